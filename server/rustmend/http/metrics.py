"""What Prometheus may want to know."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.005, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300)


class Metrics:
    """The numbers of one server."""

    content_type = "text/plain; version=0.0.4; charset=utf-8"

    def __init__(self, waiting: Callable[[], float], running: Callable[[], float]) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "rustmend_requests", "Requests answered.", ["method", "route", "status"],
            registry=self._registry,
        )  # fmt: skip
        self._seconds = Histogram(
            "rustmend_request_seconds", "Time to an answer.", ["route"],
            buckets=_SECONDS, registry=self._registry,
        )  # fmt: skip
        self._outcomes = Counter(
            "rustmend_projects", "Projects compiled, by what came of them.", ["work", "outcome"],
            registry=self._registry,
        )  # fmt: skip
        self._fixes = Counter("rustmend_fixes", "Verified fixes made.", registry=self._registry)
        for name, words, number in (
            ("rustmend_work_waiting", "Pieces of work that wait.", waiting),
            ("rustmend_work_running", "Pieces of work that run.", running),
        ):
            Gauge(name, words, registry=self._registry).set_function(number)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answer."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def project(self, work: str, *, success: bool, fixes: int = 0) -> None:
        """Count one project."""
        self._outcomes.labels(work, "builds" if success else "fails").inc()
        self._fixes.inc(fixes)

    def text(self) -> bytes:
        """Return all in Prometheus's text format."""
        return generate_latest(self._registry)

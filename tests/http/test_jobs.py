"""The file of jobs: kept over restarts, finished once, forgotten in time."""

import threading
from pathlib import Path

import pytest

from rustmend.http.jobs import Jobs, JobsError


def test_a_job_is_kept_over_a_restart(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path / "jobs.sqlite3")
    job = jobs.add("mend", {"code": "é\ud83e"}, "compiling", "waiting")
    jobs.begin(job.id)
    jobs.tell(job.id, "compiling", "building", ["building"])
    jobs.close()
    again = Jobs(tmp_path / "jobs.sqlite3")
    (found,) = again.unfinished()
    assert (found.id, found.request, found.starts) == (job.id, {"code": "é\ud83e"}, 1)
    assert found.progress == ("building",) and found.finished is None
    again.close()


def test_what_is_finished_stays_as_it_is(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path / "jobs.sqlite3")
    name = jobs.add("mend", {}, "compiling", "waiting").id
    jobs.finish(name, "failed", "cancelled")
    jobs.finish(name, "completed", "too late", {"files": {}})
    jobs.tell(name, "compiling", "too late", ["x"])
    found = jobs.get(name)
    assert found and (found.status, found.message, found.result) == ("failed", "cancelled", None)
    assert jobs.unfinished() == []
    jobs.close()


def test_of_a_job_that_tells_much_the_end_is_kept(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path / "jobs.sqlite3")
    name = jobs.add("mend", {}, "compiling", "waiting").id
    words = [f"step {number}" for number in range(500)]
    jobs.tell(name, "compiling", words[-1], words)
    found = jobs.get(name)
    assert found and found.told == 500 and found.progress == tuple(words[300:])
    jobs.close()


def test_only_what_was_finished_long_ago_expires(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path / "jobs.sqlite3")
    finished = jobs.add("mend", {}, "compiling", "waiting").id
    going_on = jobs.add("mend", {}, "compiling", "waiting").id
    jobs.finish(finished, "completed", "done", {"files": {"a": "b"}})
    jobs.expire(3600)
    assert jobs.get(finished) is not None
    jobs.expire(-1)
    assert jobs.get(finished) is None and jobs.get(going_on) is not None
    jobs.close()


def test_many_threads_lose_nothing(tmp_path: Path) -> None:
    jobs = Jobs(tmp_path / "jobs.sqlite3")
    threads = [
        threading.Thread(target=lambda: [jobs.add("mend", {}, "x", "y") for _ in range(20)])
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({job.id for job in jobs.unfinished()}) == 160
    jobs.close()


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "blocked").write_text("a file where a folder is needed")
    jobs = Jobs(tmp_path / "blocked" / "jobs.sqlite3")
    with pytest.raises(JobsError, match="file of jobs"):
        jobs.add("mend", {}, "x", "y")

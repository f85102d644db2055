"""A team's server behind TLS: its key goes along, and a stranger's certificate is told of."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from qdrant_server import QdrantServer
from rustmend.knowledge.teambase import Shared, TeamError, connect
from rustmend.settings import Team as TeamSettings

pytestmark = [
    pytest.mark.filterwarnings("ignore:Payload indexes have no effect"),
    pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed"),
]
KEY = "a-key-of-the-teams"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a CA and a certificate of its for this machine; ``ca.pem`` and ``server.pem``."""
    folder = tmp_path_factory.mktemp("ca")

    def openssl(*arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    new = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    openssl("req", "-x509", *new, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2",
            "-subj", "/CN=A team", "-addext", "keyUsage=critical,keyCertSign")  # fmt: skip
    openssl("req", *new, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=qdrant")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1\n")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "2",
            "-CAcreateserial", "-extfile", "names", "-out", "server.pem")  # fmt: skip
    return folder


@pytest.fixture
def server(authority: Path) -> Iterator[QdrantServer]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(authority / "server.pem", authority / "server.key")
    with QdrantServer(KEY, tls) as made:
        yield made


def test_over_tls_with_the_teams_own_authority_and_key(
    server: QdrantServer, authority: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "ca.pem"))
    monkeypatch.setenv("RUSTMEND_TEAM_API_KEY", KEY)
    base = connect(TeamSettings(url=server.url))
    base.put([Shared("a", ("E0382",), ("borrow of moved value",), "{}")])
    assert base.count() == 1
    base.close()
    monkeypatch.setenv("RUSTMEND_TEAM_API_KEY", "another-key")
    other = connect(TeamSettings(url=server.url))
    with pytest.raises(TeamError, match="refuses the key"):
        other.count()
    other.close()


def test_a_certificate_that_nobody_vouches_for_is_told_of_and_gets_no_key(
    server: QdrantServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setenv("RUSTMEND_TEAM_API_KEY", KEY)
    base = connect(TeamSettings(url=server.url))
    with pytest.raises(TeamError, match="nobody vouches for here; set SSL_CERT_FILE"):
        base.count()
    assert server.requests == []
    base.close()

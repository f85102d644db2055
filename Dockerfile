# The HTTP server with its own Rust, without root. compose.yaml says how it is run.

FROM rust:1.95.0-slim-bookworm AS toolchain
RUN rustup component add clippy rustfmt \
 && cp -a "$(rustc --print sysroot)" /toolchain \
 && rm -rf /toolchain/share/doc

FROM python:3.13.9-slim-bookworm AS package
WORKDIR /source
COPY pyproject.toml hatch_build.py README.md CHANGELOG.md LICENSE-APACHE LICENSE-MIT ./
COPY server server
COPY kb kb
RUN python -m venv /opt/rustmend \
 && /opt/rustmend/bin/pip install --no-cache-dir --disable-pip-version-check '.[serve,mcp,team]'

FROM python:3.13.9-slim-bookworm
# a linker for what is compiled, and the sandbox that it is compiled in
RUN apt-get update \
 && apt-get install --yes --no-install-recommends bubblewrap gcc libc6-dev \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --create-home --home-dir /data --shell /usr/sbin/nologin rustmend
COPY --from=toolchain /toolchain /opt/rust
COPY --from=package /opt/rustmend /opt/rustmend
ENV PATH=/opt/rustmend/bin:/opt/rust/bin:/usr/local/bin:/usr/bin:/bin \
    HOME=/data \
    CARGO_HOME=/data/cargo \
    RUSTMEND_CACHE_PATH=/data/cache \
    RUSTMEND_JOURNAL_PATH=/data/journal.sqlite3
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
ENTRYPOINT ["rustmend"]
CMD ["serve", "--host", "0.0.0.0"]

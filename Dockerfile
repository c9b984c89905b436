# Two stages: the first one builds with uv, from the lock file; the second one has what is needed to run, no more.
FROM python:3.12-slim AS build
COPY --from=ghcr.io/astral-sh/uv:0.13.9 /uv /usr/local/bin/uv
ENV UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy \
    UV_PYTHON_DOWNLOADS=never \
    UV_PROJECT_ENVIRONMENT=/opt/scrollwise
WORKDIR /src
# The libraries first: they change less often than the bot, and this layer is kept.
COPY pyproject.toml uv.lock ./
RUN --mount=type=cache,target=/root/.cache/uv uv sync --frozen --no-dev --no-install-project
COPY README.md LICENSE NOTICE ./
COPY bot bot
COPY content content
COPY migrations migrations
RUN --mount=type=cache,target=/root/.cache/uv uv sync --frozen --no-dev --no-editable
# The model of typed words: a container that may write only to /data would train it at each first start.
RUN /opt/scrollwise/bin/scrollwise content build

FROM python:3.12-slim
# A user without a name anywhere else, a shell or a home; data and key in separate places, for nobody else.
RUN groupadd --gid 10001 coach \
    && useradd --uid 10001 --gid coach --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin coach \
    && install -d -m 0700 -o coach -g coach /data /key
COPY --from=build /opt/scrollwise /opt/scrollwise
# What DL3064 takes for a secret is the path of one.
# hadolint ignore=DL3064
ENV PATH=/opt/scrollwise/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    SCROLLWISE_DATA_DIR=/data \
    SCROLLWISE_SECRET_FILE=/key/secret.key \
    SCROLLWISE_LOG_FORMAT=json \
    SCROLLWISE_HEALTH_PORT=9464
USER 10001:10001
WORKDIR /data
# All that is ever written to; the rest can be read-only.
VOLUME ["/data", "/key"]
EXPOSE 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-Ic", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ['SCROLLWISE_HEALTH_PORT'] + '/readyz', timeout=4)"]
ENTRYPOINT ["scrollwise"]
CMD ["run"]

# onrecord without a Python of your own:
#   docker build -t onrecord .
#   docker run --rm -v "$PWD:/stories" onrecord build pages -o story.db
#   docker run --rm -it --network host -v "$PWD:/stories" onrecord serve story.db
# The reading room listens on the loopback address alone, so it needs the host's network.
FROM python:3.12-slim AS build
RUN python -m venv /opt/onrecord
COPY requirements.lock /source/
RUN /opt/onrecord/bin/pip install --no-cache-dir -r /source/requirements.lock
COPY . /source
RUN /opt/onrecord/bin/pip install --no-cache-dir --no-deps /source

FROM python:3.12-slim
COPY --from=build /opt/onrecord /opt/onrecord
ENV PATH=/opt/onrecord/bin:$PATH
RUN useradd --uid 1000 --create-home reader
USER 1000
WORKDIR /stories
ENTRYPOINT ["onrecord"]
CMD ["--help"]

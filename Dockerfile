# The main job in a container: PDFs in /data/raw_pdfs, the dataset in /data/extracted.
FROM python:3.11 AS build

# With a compiler, which the image below does not have.
WORKDIR /opt/yusuan
COPY pyproject.toml setup.py MANIFEST.in README.md LICENSE ./
COPY pipeline pipeline
COPY schemas schemas
COPY yusuan yusuan
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /opt/wheels .

FROM python:3.11-slim

COPY requirements.lock /opt/
RUN pip install --no-cache-dir --require-hashes -r /opt/requirements.lock
COPY --from=build /opt/wheels /opt/wheels
RUN pip install --no-cache-dir --no-deps /opt/wheels/*.whl

WORKDIR /data
ENV PYTHONUTF8=1
ENTRYPOINT ["yusuan"]
CMD ["run"]

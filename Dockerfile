# The main job in a container: PDFs in /data/raw_pdfs, the dataset in /data/extracted.
FROM python:3.11-slim

WORKDIR /opt/yusuan
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock

COPY pyproject.toml setup.py README.md LICENSE ./
COPY pipeline pipeline
COPY schemas schemas
COPY yusuan yusuan
RUN pip install --no-cache-dir --no-deps .

WORKDIR /data
ENV PYTHONUTF8=1
ENTRYPOINT ["yusuan"]
CMD ["run"]

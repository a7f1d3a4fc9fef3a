import os
import tempfile

from datahub.ingestion.run.pipeline import Pipeline
from report import HEX_TOKEN, HEX_URL, attempt, expect


def ingest():
    target = os.path.join(tempfile.mkdtemp(), "events.json")
    pipeline = Pipeline.create(
        {
            "source": {
                "type": "hex",
                "config": {
                    "workspace_name": "acme",
                    "token": HEX_TOKEN,
                    "base_url": f"{HEX_URL}/api/v1",
                    "page_size": 2,
                },
            },
            "sink": {"type": "file", "config": {"filename": target}},
        }
    )
    pipeline.run()
    pipeline.raise_from_status()
    with open(target) as file:
        events = file.read()
    expect(events.count("Weekly revenue 6") > 0, "a project of the last page is missing")


attempt("list with paging", ingest)

from hex_toolkit import HexClient
from report import ENDLESS_PROJECT, HEX_TOKEN, HEX_URL, QUICK_PROJECT, attempt, expect, until

client = HexClient(api_key=HEX_TOKEN, base_url=f"{HEX_URL}/api")


def ended(run):
    return until(
        lambda: client.runs.get_status(QUICK_PROJECT, run.run_id).status == "COMPLETED"
    )


def list_pages():
    first = client.projects.list(limit=2)
    second = client.projects.list(limit=2, after=first.pagination.after)
    ids = {project.id for project in first.values + second.values}
    expect(len(ids) == 4, f"{len(ids)} projects on two pages")


attempt("run", lambda: client.projects.run(QUICK_PROJECT))
attempt("run with inputs", lambda: client.projects.run(QUICK_PROJECT, input_params={"rows": 7}))
attempt("publish", lambda: client.projects.run(QUICK_PROJECT, update_published_results=True))
attempt("poll", lambda: ended(client.projects.run(QUICK_PROJECT)))
attempt(
    "cancel",
    lambda: client.runs.cancel(ENDLESS_PROJECT, client.projects.run(ENDLESS_PROJECT).run_id),
)
attempt("list with paging", list_pages)

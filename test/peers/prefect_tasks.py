import asyncio
import time

from report import ENDLESS_PROJECT, HEX_TOKEN, HEX_URL, QUICK_PROJECT, attempt, expect, until

credentials = None
project = None


def load():
    global credentials, project
    import httpx
    import prefect_hex.project
    from prefect_hex import HexCredentials

    class LoopbackCredentials(HexCredentials):
        """The client writes https in front of its domain; the simulator has no certificate."""

        def get_client(self):
            headers = {"Authorization": f"Bearer {HEX_TOKEN}"}
            return httpx.AsyncClient(base_url=f"{HEX_URL}/api/v1", headers=headers)

    project = prefect_hex.project
    credentials = LoopbackCredentials(domain="app.hex.tech", token=HEX_TOKEN)


def run(**options):
    return asyncio.run(project.run_project.fn(QUICK_PROJECT, credentials, **options))


def status(run_id):
    return asyncio.run(project.get_run_status.fn(QUICK_PROJECT, run_id, credentials))


def poll():
    started = run()
    until(lambda: status(started.run_id).status.value == "COMPLETED")


def poll_once_it_runs():
    started = run()
    time.sleep(0.7)
    until(lambda: status(started.run_id).status.value == "COMPLETED")


def cancel():
    started = asyncio.run(project.run_project.fn(ENDLESS_PROJECT, credentials))
    asyncio.run(project.cancel_run.fn(ENDLESS_PROJECT, started.run_id, credentials))


def pages():
    listed = asyncio.run(project.get_project_runs.fn(QUICK_PROJECT, credentials, limit=2))
    following = asyncio.run(
        project.get_project_runs.fn(QUICK_PROJECT, credentials, limit=2, offset=2)
    )
    ids = {each.run_id for each in listed.runs + following.runs}
    expect(len(ids) == 4, f"{len(ids)} runs on two pages")


if not attempt("load the client", load):
    raise SystemExit
attempt("run", run)
attempt("run with inputs", lambda: run(input_params={"rows": 7}))
attempt("publish", lambda: run(update_cache=True))
attempt("poll", poll)
attempt("poll once it runs", poll_once_it_runs)
attempt("cancel", cancel)
attempt("list with paging", pages)

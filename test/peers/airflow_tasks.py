import os

from report import ENDLESS_PROJECT, HEX_TOKEN, HEX_URL, QUICK_PROJECT, attempt, expect

# A connection with a scheme in its host, as the provider's placeholder shows it.
os.environ["AIRFLOW_CONN_HEX_DEFAULT"] = (
    '{"conn_type": "hex", "host": "%s", "password": "%s"}' % (HEX_URL, HEX_TOKEN)
)

modules = {}


def load():
    from airflow_provider_hex.hooks.hex import HexHook

    modules["hook"] = HexHook()


def load_operator():
    from airflow_provider_hex.operators.hex import HexRunProjectOperator

    HexRunProjectOperator(task_id="run", project_id=QUICK_PROJECT, wait_seconds=1).execute({})


def cancel():
    run = modules["hook"].run_project(ENDLESS_PROJECT)
    modules["hook"].cancel_run(ENDLESS_PROJECT, run["runId"])


def poll():
    status = modules["hook"].run_and_poll(QUICK_PROJECT, None, poll_interval=1)
    expect(status["status"] == "COMPLETED", status["status"])


attempt("load the hook", load)
attempt("operator", load_operator)
attempt("run", lambda: modules["hook"].run_project(QUICK_PROJECT))
attempt("run with inputs", lambda: modules["hook"].run_project(QUICK_PROJECT, {"rows": 7}))
attempt("publish", lambda: modules["hook"].run_project(QUICK_PROJECT, update_cache=True))
attempt("poll", poll)
attempt("cancel", cancel)

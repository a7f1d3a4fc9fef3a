from dagster_hex.resources import HexResource
from report import ENDLESS_PROJECT, HEX_TOKEN, HEX_URL, QUICK_PROJECT, attempt, expect

hex_resource = HexResource(HEX_TOKEN, base_url=HEX_URL)


def poll():
    output = hex_resource.run_and_poll(QUICK_PROJECT, inputs=None, poll_interval=1)
    expect(output.status_response["status"] == "COMPLETED", output.status_response["status"])


def op():
    from dagster import job
    from dagster_hex.ops import hex_project_op
    from dagster_hex.resources import hex_resource as resource

    configured = resource.configured({"api_key": HEX_TOKEN, "base_url": HEX_URL})
    config = {"project_id": QUICK_PROJECT, "poll_interval": 1.0}

    @job(resource_defs={"hex": configured})
    def refresh():
        hex_project_op.configured(config, name="refresh_app")()

    expect(refresh.execute_in_process().success, "the job failed")


def cancel():
    run = hex_resource.run_project(ENDLESS_PROJECT)
    hex_resource.cancel_run(ENDLESS_PROJECT, run["runId"])


attempt("run", lambda: hex_resource.run_project(QUICK_PROJECT))
attempt("run with inputs", lambda: hex_resource.run_project(QUICK_PROJECT, inputs={"rows": 7}))
attempt(
    "publish", lambda: hex_resource.run_project(QUICK_PROJECT, update_published_results=True)
)
attempt("poll", poll)
attempt("operator", op)
attempt("cancel", cancel)
attempt("list", lambda: expect(hex_resource.get_all_projects()["values"], "no projects"))

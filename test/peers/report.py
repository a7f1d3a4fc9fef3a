"""What each client is asked to do, one line of JSON per task: {"task", "passed", "why"}."""

import json
import os
import time
import traceback

HEX_URL = os.environ["HEX_URL"]
HEX_TOKEN = os.environ["HEX_TOKEN"]
#: Completes after about a second.
QUICK_PROJECT = os.environ["HEX_QUICK_PROJECT"]
#: Goes on until it is cancelled.
ENDLESS_PROJECT = os.environ["HEX_ENDLESS_PROJECT"]


def attempt(task, function):
    """Runs one task; whatever it raises is its result."""
    try:
        function()
        result = {"task": task, "passed": True, "why": ""}
    except BaseException as error:  # A client may end the process; that is a result as well.
        if os.environ.get("DEBUG"):
            traceback.print_exc()
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
        result = {"task": task, "passed": False, "why": f"{type(error).__name__}: {' '.join(lines)[:300]}"}
    print("RESULT " + json.dumps(result), flush=True)
    return result["passed"]


def expect(condition, why):
    """Fails the task unless the condition holds."""
    if not condition:
        raise AssertionError(why)


def until(function, seconds=20):
    """Polls until the function returns something true."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = function()
        if found:
            return found
        time.sleep(0.3)
    raise AssertionError("not within the time")

export const id = 145;
export const ids = [145];
export const modules = {

/***/ 7212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WO: () => (/* binding */ ageMs),
  Hq: () => (/* binding */ cancelActiveRuns),
  WZ: () => (/* binding */ cancelOneRun)
});

// UNUSED EXPORTS: whySpared

// EXTERNAL MODULE: ./build/hex/retry.js
var retry = __webpack_require__(3380);
// EXTERNAL MODULE: ./build/hex/wire.js
var wire = __webpack_require__(7925);
// EXTERNAL MODULE: ./build/parallel.js
var parallel = __webpack_require__(8325);
// EXTERNAL MODULE: ./build/run/calls.js
var calls = __webpack_require__(1883);
// EXTERNAL MODULE: ./build/run/outcome.js
var outcome = __webpack_require__(5302);
// EXTERNAL MODULE: ./build/run/recent-runs.js
var recent_runs = __webpack_require__(2097);
// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
;// CONCATENATED MODULE: ./build/cancel/watch.js






/** Waits before each poll: short at first, because a cancelled run usually ends within seconds. The last one repeats. */
const pollWaitsMs = [300, 700, 1_500, 3_000, 5_000];
const maxPollWaitMs = 10_000;
/** A request that takes longer is better retried. */
const watchRequestTimeoutMs = 10_000;
/** Up to this many runs are read one by one. For more, one page of the project's list shows most of them. */
const maxSingleReads = 2;
/**
 * Watches runs until they have ended, the deadline, or an abort. Runs whose end is not confirmed by then are
 * `unconfirmed`. Results are by run id.
 * @param untilMs no request begins after it, except for a last poll, milliseconds since the epoch.
 */
async function watchThemEnd(accepted, untilMs, world) {
    const { clock, abort } = world;
    const results = new Map();
    const troubles = new Map();
    let open = accepted;
    for (let polls = 0, waitMs = pollWaitsMs[0] ?? 0; open.length > 0;) {
        await (0,build_clock/* sleep */.yy)(clock, Math.min(waitMs, untilMs - clock.now()), abort.signal);
        if (abort.signal.aborted)
            break;
        const isLast = clock.now() >= untilMs;
        polls += 1;
        waitMs = pollWaitsMs[polls] ?? maxPollWaitMs;
        for (const [projectId, ofProject] of Map.groupBy(open, (each) => each.projectId)) {
            const { seen, error } = await readRuns(projectId, ofProject, untilMs, world);
            for (const each of seen) {
                if (!(0,outcome/* hasEnded */.hY)(each.run.status))
                    continue;
                const result = each.run.status === 'KILLED' ? 'cancelled' : 'ended';
                results.set(each.run.runId, { ...each, result });
            }
            troubles.delete(projectId);
            if (error === undefined)
                continue;
            troubles.set(projectId, (0,calls/* troubleOf */.LH)(error));
            const { failure } = (0,calls/* hexErrorOf */.Ld)(error);
            if ((0,retry/* mayRetry */.KO)('GET', failure))
                waitMs = Math.max(waitMs, (0,retry/* retryWaitMs */.Ko)(failure, polls, world.random()));
            else
                open = open.filter((each) => each.projectId !== projectId);
        }
        open = open.filter((each) => !results.has(each.run.runId));
        if (isLast)
            break;
    }
    for (const each of accepted) {
        if (results.has(each.run.runId))
            continue;
        const trouble = (0,json/* withoutUndefined */.r$)({ trouble: troubles.get(each.projectId) });
        results.set(each.run.runId, { ...each, result: 'unconfirmed', ...trouble });
    }
    return results;
}
/** Reads runs of one project. Returns those that could be read, and the error that prevented reading the others. */
async function readRuns(projectId, ofProject, untilMs, { hex, abort }) {
    const options = { signal: abort.signal, notAfterMs: untilMs, timeoutMs: watchRequestTimeoutMs };
    const seen = [];
    try {
        const listed = new Map();
        if (ofProject.length > maxSingleReads) {
            const page = await hex.getProjectRuns(projectId, { limit: recent_runs/* maxPageSize */.Nt, trigger: 'ALL' }, options);
            for (const run of page.runs)
                listed.set(run.runId, run);
        }
        for (const each of ofProject) {
            const { runId } = each.run;
            const run = listed.get(runId) ?? (await hex.getRunStatus(projectId, runId, options));
            seen.push({ ...each, run: { ...each.run, ...run } });
        }
        return { seen };
    }
    catch (error) {
        return { seen, error };
    }
}

;// CONCATENATED MODULE: ./build/cancel/cancel-active.js







/** 2,000 active runs per status. A user has 25 kernels (API overview). */
const maxPages = 20;
/** Max cancels at the same time: few enough that each keeps its connection. */
const maxAtOnce = 5;
/**
 * Cancels all active runs of some projects that match the choice, and watches them end. All runs are listed before the
 * first cancel. A run that ends meanwhile is not a failure. A project that can't be read is one, but does not affect the
 * others. Only unexpected errors are thrown.
 */
async function cancelActiveRuns(projectIds, choice, limits, world) {
    const chosen = [];
    const spared = [];
    const failures = [];
    for (const projectId of projectIds) {
        try {
            const runs = await listActiveRuns(projectId, choice, world, limits.deadlineAtMs);
            const ours = await choice.except?.(runs);
            const nowMs = world.hex.serverNow()?.earliestMs ?? world.clock.now();
            for (const run of runs) {
                const why = whySpared(run, choice, nowMs, ours);
                if (why === undefined)
                    chosen.push({ projectId, run });
                else
                    spared.push({ projectId, run, why });
            }
        }
        catch (error) {
            failures.push({ projectId, trouble: (0,calls/* troubleOf */.LH)((0,calls/* hexErrorOf */.Ld)(error)) });
        }
    }
    return { runs: await cancelRuns(chosen, limits, world), failures, spared };
}
/** Cancels one run. Reads its status first, for the report, and because a run that has ended needs no cancel. */
async function cancelOneRun(projectId, runId, limits, world) {
    const known = { runId, status: 'unknown' };
    const run = (await readRun({ projectId, run: known }, limits, world)) ?? known;
    const runs = (0,outcome/* hasEnded */.hY)(run.status)
        ? [{ projectId, run, result: 'ended' }]
        : await cancelRuns([{ projectId, run }], limits, world);
    return { runs, failures: [], spared: [] };
}
/**
 * Why this run must not be cancelled; undefined if it can be. In doubt, a run is left alone: cancelling the wrong run is
 * worse than leaving one active.
 */
function whySpared(run, choice, nowMs, ours = new Set()) {
    if (ours.has(run.runId))
        return 'ours';
    if (!(0,wire/* hasTrigger */.vl)(run, choice.trigger))
        return 'other-trigger';
    if (choice.olderThanMs === undefined)
        return undefined;
    const age = ageMs(run, nowMs);
    if (age === undefined)
        return 'age-unknown';
    return age >= choice.olderThanMs ? undefined : 'too-young';
}
/** The age of a run in milliseconds, since its start, or before that, since its id was made. */
function ageMs(run, nowMs) {
    const sinceMs = (0,wire/* timeOf */.nR)(run);
    return sinceMs === undefined ? undefined : Math.max(0, nowMs - sinceMs);
}
/**
 * Lists all active runs of a project, every page of every status, before anything is cancelled: a list that is paged by
 * offset skips runs if others leave it meanwhile. Throws the HexError of a list that can't be read.
 * @param untilMs no request begins after it, milliseconds since the epoch.
 */
async function listActiveRuns(projectId, { statuses, trigger }, world, untilMs) {
    const found = new Map();
    const options = { signal: world.abort.signal, notAfterMs: untilMs };
    for (const status of statuses) {
        const { runs, isComplete } = await (0,recent_runs/* listPages */.pN)(maxPages, (paging) => (0,calls/* withRetries */.c5)(world, untilMs, () => world.hex.getProjectRuns(projectId, { ...paging, status, trigger }, options)));
        if (!isComplete) {
            world.onEvent({
                kind: 'note',
                text: `Project ${projectId} has more than ${runs.length} ${status} runs. This step cancels only ${runs.length} of them. To cancel the rest, re-run the job.`,
            });
        }
        // A run that started between the two lists is in both. The later list is newer.
        for (const run of runs)
            found.set(run.runId, run);
    }
    return [...found.values()];
}
/** Sends the cancels, then watches the runs whose cancel Hex accepted. Results are in the order of the runs. */
async function cancelRuns(chosen, limits, world) {
    if (limits.dryRun)
        return chosen.map((each) => ({ ...each, result: 'listed' }));
    if (chosen.length > 0) {
        const count = chosen.length === 1 ? 'one run' : `${chosen.length} runs`;
        world.onEvent({ kind: 'note', text: `Cancelling ${count}.` });
    }
    const results = await (0,parallel/* mapInParallel */.H)(chosen, maxAtOnce, (each) => requestCancel(each, limits, world));
    if (!limits.wait)
        return results;
    const accepted = results.filter((each) => each.result === 'requested');
    const watched = await watchThemEnd(accepted, limits.deadlineAtMs, world);
    return results.map((each) => watched.get(each.run.runId) ?? each);
}
/** Sends one cancel. `requested` means that Hex accepted it. */
async function requestCancel(chosen, limits, world) {
    const { abort, clock, hex } = world;
    if (abort.signal.aborted || clock.now() >= limits.deadlineAtMs)
        return { ...chosen, result: 'untried' };
    // After a lost response the cancel is retried, and Hex refuses it if the first one worked.
    let mayBeOurs = false;
    try {
        await (0,calls/* withRetries */.c5)(world, limits.deadlineAtMs, async () => {
            try {
                await hex.cancelRun(chosen.projectId, chosen.run.runId, {
                    unsentSignal: abort.signal,
                    signal: abort.timeOver('start'),
                    notAfterMs: limits.deadlineAtMs,
                });
            }
            catch (error) {
                mayBeOurs ||= (0,retry/* mayHaveHappened */.dk)((0,calls/* hexErrorOf */.Ld)(error).failure);
                throw error;
            }
        });
        return { ...chosen, result: 'requested' };
    }
    catch (error) {
        const trouble = (0,calls/* troubleOf */.LH)(error);
        const isUntried = abort.signal.aborted || (0,retry/* isOverLimit */.kM)((0,calls/* hexErrorOf */.Ld)(error).failure);
        if (isUntried && !mayBeOurs)
            return { ...chosen, result: 'untried', trouble };
        const run = (await readRun(chosen, limits, world)) ?? chosen.run;
        if (!(0,outcome/* hasEnded */.hY)(run.status))
            return { ...chosen, run, result: 'refused', trouble };
        return { ...chosen, run, result: run.status === 'KILLED' && mayBeOurs ? 'cancelled' : 'ended' };
    }
}
/** The run as it is now; undefined if it can't be read. */
async function readRun({ projectId, run }, limits, world) {
    const options = { signal: world.abort.timeOver('start'), notAfterMs: limits.deadlineAtMs };
    try {
        const status = await (0,calls/* withRetries */.c5)(world, limits.deadlineAtMs, () => world.hex.getRunStatus(projectId, run.runId, options));
        return { ...run, ...status };
    }
    catch (error) {
        // A token that can run projects but not read them can still cancel.
        const text = `Run ${run.runId} could not be read.`;
        world.onEvent({ kind: 'note', text, trouble: (0,calls/* troubleOf */.LH)(error) });
        return undefined;
    }
}


/***/ }),

/***/ 7145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelOtherRuns: () => (/* binding */ cancelOtherRuns)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9368);
/* harmony import */ var _cancel_active_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7212);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4439);



/** Max time for cancelling, so that most of the default timeout of an hour is left for the run itself. */
const patienceMs = 120_000;
/**
 * Cancels the project's other active API-triggered runs before ours is started (`cancel-active`), and logs each of them.
 * Runs that could not be cancelled don't prevent the start, but it may have to wait for a kernel.
 * @returns every run that was chosen, and its result.
 */
async function cancelOtherRuns(plan, world) {
    const { jobRuns, clock, abort, onEvent } = world;
    const deadlineAtMs = Math.min(plan.deadlineAtMs, clock.now() + patienceMs);
    const choice = {
        statuses: ['PENDING', 'RUNNING'],
        trigger: 'API',
        except: async (runs) => {
            if (runs.every(({ runId }) => jobRuns.followed().has(runId)))
                return jobRuns.followed();
            // Hex lists a run before the step that starts it has the response with its ID.
            if (await jobRuns.isQuiet(plan.projectId, deadlineAtMs, abort.signal))
                return jobRuns.followed();
            const text = 'Another step in this job is still starting a run of the project, so no runs were cancelled.';
            onEvent({ kind: 'note', text });
            return new Set(runs.map(({ runId }) => runId));
        },
    };
    const limits = { dryRun: false, wait: true, deadlineAtMs };
    const { runs, failures } = await (0,_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelActiveRuns */ .Hq)([plan.projectId], choice, limits, world);
    for (const { trouble } of failures) {
        world.onEvent({ kind: 'note', text: "The project's active runs could not be listed.", trouble });
    }
    for (const each of runs) {
        const trouble = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutUndefined */ .r$)({ trouble: each.trouble });
        world.onEvent({ kind: 'note', text: (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .runResultLine */ .nT)(each), ...trouble });
    }
    return runs.flatMap(({ run, result }) => (isCleared(result) ? [{ run, result }] : []));
}
/** The others are the results of `wait: false` and `dry-run: true`. */
function isCleared(result) {
    return result !== 'requested' && result !== 'listed';
}


/***/ })

};

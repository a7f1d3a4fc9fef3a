export const id = 145;
export const ids = [145];
export const modules = {

/***/ 7572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ cancelActiveRuns),
  W: () => (/* binding */ cancelOneRun)
});

// EXTERNAL MODULE: ./build/hex/retry.js
var retry = __webpack_require__(3380);
// EXTERNAL MODULE: ./build/lanes.js
var lanes = __webpack_require__(6667);
// EXTERNAL MODULE: ./build/run/persist.js
var persist = __webpack_require__(8286);
// EXTERNAL MODULE: ./build/run/status.js
var run_status = __webpack_require__(8258);
// EXTERNAL MODULE: ./build/run/trouble.js
var run_trouble = __webpack_require__(1189);
// EXTERNAL MODULE: ./build/cancel/choice.js
var cancel_choice = __webpack_require__(5436);
;// CONCATENATED MODULE: ./build/cancel/collect.js

/** Hex's largest page. */
const pageSize = 100;
/** 2,000 active runs per status. A user has 25 kernels (API overview). */
const maxPages = 20;
/**
 * Lists all active runs of a project, every page of every status, before anything is cancelled: a list that is paged by
 * offset skips runs if others leave it meanwhile. Throws the HexError of a list that can't be read.
 * @param untilMs no request begins after it, milliseconds since the epoch.
 */
async function collectActiveRuns(projectId, { statuses, trigger }, world, untilMs) {
    const found = new Map();
    for (const status of statuses) {
        const runs = await listAll(projectId, status, trigger, world, untilMs);
        // A run that started between the two lists is in both. The later list is newer.
        for (const run of runs)
            found.set(run.runId, run);
    }
    return [...found.values()];
}
async function listAll(projectId, status, trigger, world, untilMs) {
    const runs = [];
    for (let index = 0; index < maxPages; index += 1) {
        const filter = { status, trigger, limit: pageSize, offset: index * pageSize };
        const page = await (0,persist/* persist */.Z)(world, untilMs, () => world.hex.getProjectRuns(projectId, filter, {
            signal: world.abort.signal,
            notAfterMs: untilMs,
        }));
        runs.push(...page.runs);
        if (!page.hasNextPage)
            return runs;
    }
    world.onEvent({
        kind: 'note',
        text: `Project ${projectId} has more than ${runs.length} ${status} runs. Only these are cancelled. To cancel the rest, run the step again.`,
    });
    return runs;
}

// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
;// CONCATENATED MODULE: ./build/cancel/watch.js





/** Waits between requests: short at first, because a cancelled run usually ends within seconds. */
const looksMs = [300, 700, 1_500, 3_000, 5_000, 10_000];
/** A request that takes longer is better retried. */
const lookDeadlineMs = 10_000;
/** Up to this many runs are read one by one. For more, one page of the project's list shows most of them. */
const fewRuns = 2;
/**
 * Watches runs until they have ended, the deadline, or an abort. Runs whose end is not confirmed by then are
 * `unconfirmed`. Results are by run id.
 * @param untilMs no request begins after it but for a last look, milliseconds since the epoch.
 */
async function watchThemEnd(taken, untilMs, world) {
    const { clock, abort } = world;
    const results = new Map();
    const troubles = new Map();
    let going = taken;
    let waitMs = pauseMs(0);
    for (let look = 1; going.length > 0; look += 1) {
        await (0,build_clock/* sleep */.yy)(clock, Math.min(waitMs, untilMs - clock.now()), abort.signal);
        if (abort.signal.aborted)
            break;
        const isLast = clock.now() >= untilMs;
        waitMs = pauseMs(look);
        for (const [projectId, ours] of byProject(going)) {
            const { seen, trouble, failure } = await lookAtAll(projectId, ours, untilMs, world);
            for (const each of seen) {
                if (!(0,run_status/* hasEnded */.hY)(each.run.status))
                    continue;
                const result = each.run.status === 'KILLED' ? 'cancelled' : 'ended';
                results.set(each.run.runId, { ...each, result });
            }
            if (trouble === undefined || failure === undefined)
                troubles.delete(projectId);
            else {
                troubles.set(projectId, trouble);
                if ((0,retry/* mayRepeat */.xg)('GET', failure))
                    waitMs = Math.max(waitMs, (0,retry/* waitBeforeRepeatMs */.ye)(failure, look, world.random()));
                else
                    going = going.filter((each) => each.projectId !== projectId);
            }
        }
        going = going.filter((each) => !results.has(each.run.runId));
        if (isLast)
            break;
    }
    for (const each of taken) {
        if (results.has(each.run.runId))
            continue;
        const trouble = troubles.get(each.projectId);
        const why = trouble === undefined ? {} : { trouble };
        results.set(each.run.runId, { ...each, result: 'unconfirmed', ...why });
    }
    return results;
}
function pauseMs(looks) {
    return looksMs[Math.min(looks, looksMs.length - 1)] ?? 10_000;
}
function byProject(runs) {
    return Map.groupBy(runs, (each) => each.projectId);
}
async function lookAtAll(projectId, ours, untilMs, { hex, abort }) {
    const options = { signal: abort.signal, notAfterMs: untilMs, deadlineMs: lookDeadlineMs };
    const seen = [];
    try {
        const listed = new Map();
        if (ours.length > fewRuns) {
            const page = await hex.getProjectRuns(projectId, { limit: pageSize, trigger: 'ALL' }, options);
            for (const run of page.runs)
                listed.set(run.runId, run);
        }
        for (const each of ours) {
            const { runId } = each.run;
            const run = listed.get(runId) ?? (await hex.getRunStatus(projectId, runId, options));
            seen.push({ ...each, run: { ...each.run, ...run } });
        }
        return { seen };
    }
    catch (error) {
        const { failure } = (0,run_trouble/* hexErrorOf */.L)(error);
        return { seen, failure, trouble: (0,run_trouble/* troubleOf */.c)(error) };
    }
}

;// CONCATENATED MODULE: ./build/cancel/cancel-active.js








/** Cancels at the same time: few enough that each keeps its connection. */
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
            const runs = await collectActiveRuns(projectId, choice, world, limits.deadlineAtMs);
            const nowMs = world.hex.serverNow()?.earliestMs ?? world.clock.now();
            for (const run of runs) {
                const why = (0,cancel_choice/* whySpared */.M)(run, choice, nowMs);
                if (why === undefined)
                    chosen.push({ projectId, run });
                else
                    spared.push({ projectId, run, why });
            }
        }
        catch (error) {
            failures.push({ projectId, trouble: (0,run_trouble/* troubleOf */.c)((0,run_trouble/* hexErrorOf */.L)(error)) });
        }
    }
    return { runs: await cancelRuns(chosen, limits, world), failures, spared };
}
/** Cancels one run. Reads its status first, for the report, and because a run that has ended needs no cancel. */
async function cancelOneRun(projectId, runId, limits, world) {
    const unseen = { runId, status: 'unknown' };
    const look = await lookAt({ projectId, run: unseen }, limits, world);
    const run = look.run ?? unseen;
    if ((0,run_status/* hasEnded */.hY)(run.status)) {
        return { runs: [{ projectId, run, result: 'ended' }], failures: [], spared: [] };
    }
    return { runs: await cancelRuns([{ projectId, run }], limits, world), failures: [], spared: [] };
}
/** Sends the cancels, then watches the runs whose cancel Hex accepted. Results are in the order of the runs. */
async function cancelRuns(chosen, limits, world) {
    if (limits.dryRun)
        return chosen.map((each) => ({ ...each, result: 'listed' }));
    if (chosen.length > 0) {
        const count = chosen.length === 1 ? 'one run' : `${chosen.length} runs`;
        world.onEvent({ kind: 'note', text: `Cancelling ${count}.` });
    }
    const results = await (0,lanes/* inLanes */.L)(chosen, maxAtOnce, (each) => askToEnd(each, limits, world));
    if (!limits.wait)
        return results;
    const taken = results.filter((each) => each.result === 'requested');
    const watched = await watchThemEnd(taken, limits.deadlineAtMs, world);
    return results.map((each) => watched.get(each.run.runId) ?? each);
}
/** Sends one cancel. `requested` means that Hex accepted it. */
async function askToEnd(chosen, limits, world) {
    const { abort, clock, hex } = world;
    if (abort.signal.aborted || clock.now() >= limits.deadlineAtMs)
        return { ...chosen, result: 'untried' };
    // After a lost response the cancel is retried, and Hex refuses it if the first one worked.
    let mayBeOurs = false;
    try {
        await (0,persist/* persist */.Z)(world, limits.deadlineAtMs, async () => {
            try {
                await hex.cancelRun(chosen.projectId, chosen.run.runId, {
                    unsentSignal: abort.signal,
                    signal: abort.timeOver('start'),
                    notAfterMs: limits.deadlineAtMs,
                });
            }
            catch (error) {
                mayBeOurs ||= (0,retry/* mayHaveHappened */.dk)((0,run_trouble/* hexErrorOf */.L)(error).failure);
                throw error;
            }
        });
        return { ...chosen, result: 'requested' };
    }
    catch (error) {
        const trouble = (0,run_trouble/* troubleOf */.c)(error);
        const isUntried = abort.signal.aborted || (0,retry/* isNoRoom */.Ry)((0,run_trouble/* hexErrorOf */.L)(error).failure);
        if (isUntried && !mayBeOurs)
            return { ...chosen, result: 'untried', trouble };
        const look = await lookAt(chosen, limits, world);
        const run = look.run ?? chosen.run;
        if ((0,run_status/* hasEnded */.hY)(run.status)) {
            return {
                ...chosen,
                run,
                result: run.status === 'KILLED' && mayBeOurs ? 'cancelled' : 'ended',
            };
        }
        return { ...chosen, run, result: 'refused', trouble };
    }
}
/** The run as it is now; undefined if it can't be read. */
async function lookAt({ projectId, run }, limits, world) {
    try {
        const seen = await (0,persist/* persist */.Z)(world, limits.deadlineAtMs, () => world.hex.getRunStatus(projectId, run.runId, {
            signal: world.abort.timeOver('start'),
            notAfterMs: limits.deadlineAtMs,
        }));
        return { run: { ...run, ...seen } };
    }
    catch (error) {
        // A token that can run projects but not read them can still cancel.
        world.onEvent({
            kind: 'note',
            text: `Run ${run.runId} could not be read.`,
            trouble: (0,run_trouble/* troubleOf */.c)(error),
        });
        return {};
    }
}


/***/ }),

/***/ 7145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cancelOtherRuns: () => (/* binding */ cancelOtherRuns)
/* harmony export */ });
/* harmony import */ var _cancel_active_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7572);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4439);


/** Max time for cancelling, so that most of the timeout is left for the run itself. */
const patienceMs = 120_000;
/**
 * Cancels the project's other active API-triggered runs before ours is started (`cancel-active`), and logs each of
 * them. What cannot be cancelled is logged too, and the run starts all the same: it may wait for a kernel, but nothing
 * stands against it.
 * @returns every run that was chosen, and what became of it.
 */
async function cancelOtherRuns(plan, world) {
    const choice = {
        statuses: ['PENDING', 'RUNNING'],
        trigger: 'API',
        except: world.jobRuns.followed(),
    };
    const deadlineAtMs = Math.min(plan.deadlineAtMs, world.clock.now() + patienceMs);
    const limits = { dryRun: false, wait: true, deadlineAtMs };
    const { runs, failures } = await (0,_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelActiveRuns */ .H)([plan.projectId], choice, limits, world);
    for (const { trouble } of failures) {
        world.onEvent({ kind: 'note', text: "The project's active runs could not be listed.", trouble });
    }
    for (const each of runs) {
        const { trouble } = each;
        world.onEvent({
            kind: 'note',
            text: lineOf(each),
            ...(trouble === undefined ? {} : { trouble }),
        });
    }
    return runs.flatMap(({ run, result }) => (isCleared(result) ? [{ run, result }] : []));
}
function lineOf({ run, result }) {
    const origin = [
        ...(run.runTrigger === undefined ? [] : [`trigger ${run.runTrigger}`]),
        ...(run.startTime === undefined ? [] : [`started at ${run.startTime}`]),
    ].join(', ');
    const facts = origin === '' ? '' : ` (${origin})`;
    const status = result === 'ended' ? ` (${run.status})` : '';
    const address = run.runUrl === undefined ? '' : ` ${run.runUrl}`;
    return `Run ${run.runId}${facts} ${_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .resultWords */ .X[result]}${status}.${address}`;
}
/** The runs are waited for, and it is no dry run: the other results cannot occur. */
function isCleared(result) {
    return result !== 'requested' && result !== 'listed';
}


/***/ }),

/***/ 5436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ whySpared),
/* harmony export */   W: () => (/* binding */ ageMs)
/* harmony export */ });
/* harmony import */ var _hex_run_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3765);

/**
 * Why this run must not be cancelled; undefined if it can be. Older Hex reports no trigger and lists API runs only, so a
 * run without a trigger counts as an API run. In doubt, a run is left alone: cancelling the wrong run is worse than leaving
 * one active.
 */
function whySpared(run, choice, nowMs) {
    if (choice.except?.has(run.runId))
        return 'ours';
    if (choice.trigger !== 'ALL' && (run.runTrigger ?? 'API') !== choice.trigger)
        return 'other-trigger';
    if (choice.olderThanMs === undefined)
        return undefined;
    const age = ageMs(run, nowMs);
    if (age === undefined)
        return 'age-unknown';
    return age >= choice.olderThanMs ? undefined : 'too-young';
}
/**
 * The age of a run in milliseconds, since its start, or before that, since its id was made. Only Hex's newer ids contain
 * that time (UUID version 7), so a pending run with an older id has no age.
 */
function ageMs(run, nowMs) {
    const sinceMs = run.startTime === undefined ? (0,_hex_run_id_js__WEBPACK_IMPORTED_MODULE_0__/* .timeInId */ .q)(run.runId) : Date.parse(run.startTime);
    return sinceMs === undefined ? undefined : Math.max(0, nowMs - sinceMs);
}


/***/ })

};

export const id = 214;
export const ids = [214];
export const modules = {

/***/ 6027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ finishReports),
/* harmony export */   y: () => (/* binding */ openReports)
/* harmony export */ });
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6037);

/**
 * Opens the reports on GitHub that the inputs request; undefined if there are none. Most steps have none, and then no code
 * for them is loaded.
 * @param runs help to distinguish this use of the action from others.
 */
async function openReports(inputs, runs, step) {
    if (!inputs.prComment && inputs.checkName === undefined && inputs.charts.length === 0)
        return undefined;
    const { openWantedReports } = await Promise.all(/* import() */[__webpack_require__.e(376), __webpack_require__.e(443)]).then(__webpack_require__.bind(__webpack_require__, 4443));
    return openWantedReports(inputs, runs, step);
}
/**
 * In the post step: completes the check run that a killed main step left open.
 * @param lastWord replaces what main reported in the comment and the check run of this use; undefined if the post step had
 *   nothing to clean up.
 */
async function finishReports(step, lastWord) {
    // Most jobs leave no check run open, and then no code for reports is loaded.
    const check = (0,_state_js__WEBPACK_IMPORTED_MODULE_0__/* .readOpenCheck */ .t9)(step.runner.state(_state_js__WEBPACK_IMPORTED_MODULE_0__/* .checkStateName */ .HW));
    const isOpen = check !== undefined && check.isCompleted !== true;
    if (!isOpen && lastWord === undefined)
        return;
    const { finishWantedReports } = await Promise.all(/* import() */[__webpack_require__.e(376), __webpack_require__.e(841)]).then(__webpack_require__.bind(__webpack_require__, 4841));
    await finishWantedReports(step, lastWord);
}


/***/ }),

/***/ 7314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ cancelRun)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3380);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2353);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5302);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8286);





/** Hex responds to a cancel at once. A request that takes longer is better retried. */
const requestDeadlineMs = 2_500;
/** A cancel that Hex refuses this often while the run is active is given up. */
const maxRefusals = 3;
const minWaitAfterRefusalMs = 500;
/** The usual backoff is too long for a cancel. */
const maxBackoffMs = 5_000;
/** A cancel that an earlier step sent is sent again if the run is still active after this time. */
const againAfterMs = 30_000;
/** Waits between status requests after a cancel: short at first, because a cancelled run ends within seconds. */
const waitsMs = [200, 400, 700, 1_000, 2_000, 3_000, 5_000];
/**
 * Cancels a run and watches it end. A cancel that Hex accepted is not sent again. If Hex refuses it because the run has
 * ended meanwhile, that is not a failure, and the run's own end is reported.
 */
async function cancelRun(projectId, run, world, { untilMs, signal, deadlineMs, wasAccepted = false }) {
    const { hex, clock } = world;
    const timeLeftMs = () => (signal.aborted ? 0 : untilMs() - clock.now());
    const callOptions = () => ({
        signal,
        urgent: true,
        deadlineMs: Math.max(50, Math.min(deadlineMs ?? requestDeadlineMs, timeLeftMs())),
        notAfterMs: untilMs(),
    });
    let seen = run;
    const read = async (notAfterMs = untilMs()) => {
        const options = { ...callOptions(), notAfterMs };
        seen = { ...seen, ...(await hex.getRunStatus(projectId, run.runId, options)) };
    };
    const ended = () => ({ stop: { kind: 'ended' }, run: seen });
    let againAtMs = wasAccepted ? clock.now() + againAfterMs : Number.POSITIVE_INFINITY;
    let accepted = wasAccepted;
    let refusals = 0;
    let isSeen = false;
    let trouble;
    for (let tries = 1; timeLeftMs() > 0; tries += 1) {
        let waitMs = waitsMs[Math.min(tries, waitsMs.length) - 1] ?? 0;
        try {
            if (!accepted) {
                await hex.cancelRun(projectId, run.runId, callOptions());
                accepted = true;
                world.journal.cancelling((0,_journal_js__WEBPACK_IMPORTED_MODULE_3__/* .ownRun */ .SI)(projectId, seen));
                tries = 0;
                continue;
            }
            const askedAtMs = clock.now();
            await read();
            if ((0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .hasEnded */ .hY)(seen.status))
                return ended();
            if (askedAtMs >= againAtMs) {
                againAtMs = Number.POSITIVE_INFINITY;
                accepted = false;
                tries = 0;
                continue;
            }
        }
        catch (error) {
            const { failure } = (0,_persist_js__WEBPACK_IMPORTED_MODULE_2__/* .hexErrorOf */ .Ld)(error);
            // The rate limit lasts longer than the time that is left.
            if ((0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoRoom */ .Ry)(failure))
                break;
            trouble = (0,_persist_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .LH)(error);
            const isRefused = !(0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .mayRepeat */ .xg)('DELETE', failure);
            if (isRefused)
                refusals += 1;
            // After a long wait for a response, the cancel may have been carried out meanwhile.
            if (!accepted && (isRefused || tries > 1 || deadlineMs !== undefined)) {
                isSeen = await succeeds(read(clock.now()));
                if ((0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .hasEnded */ .hY)(seen.status))
                    return ended();
            }
            if (refusals >= maxRefusals)
                break;
            waitMs = Math.max(waitMs, isRefused ? minWaitAfterRefusalMs : backoffMs(failure, tries, world.random()));
            if (!accepted && waitMs >= timeLeftMs())
                break;
        }
        await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, Math.min(waitMs, timeLeftMs()), signal);
    }
    if (accepted || wasAccepted)
        return { stop: { kind: 'accepted' }, run: seen };
    // Hex may have refused the cancel because the run has ended, while a rate limit prevented reading its status.
    if (!isSeen && timeLeftMs() > 0) {
        await succeeds(read());
        if ((0,_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .hasEnded */ .hY)(seen.status))
            return ended();
    }
    trouble ??= { text: 'No time was left to cancel the run.' };
    return { stop: { kind: 'failed', trouble }, run: seen };
}
/** Did the call succeed? Throws unexpected errors. */
async function succeeds(call) {
    try {
        await call;
        return true;
    }
    catch (error) {
        (0,_persist_js__WEBPACK_IMPORTED_MODULE_2__/* .hexErrorOf */ .Ld)(error);
        return false;
    }
}
/** The wait that the server asked for, or else a short one. */
function backoffMs(failure, tries, random) {
    if (failure.kind === 'refused' && failure.askedWaitMs !== undefined)
        return failure.askedWaitMs;
    return Math.min((0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .waitBeforeRepeatMs */ .ye)(failure, tries, random), maxBackoffMs);
}


/***/ }),

/***/ 8236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ createJobRuns)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);

/** A start is answered within a second where Hex is well; nobody waits longer for one that hangs. */
const patienceMs = 10_000;
/** Between two tries to take the project: the shortest wait, and what chance adds so that no two keep colliding. */
const retryMs = { base: 100, spread: 200 };
/** @param neighbours undefined where there is no folder to meet them in: then this process is alone. */
function createJobRuns(clock, random, neighbours) {
    const own = new Set();
    const polled = [];
    const last = new Map();
    return {
        inTurn(projectId, work, { untilMs, signal }) {
            const begun = new AbortController();
            const late = (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, untilMs - clock.now(), signal, begun.signal);
            let isLate = false;
            const begin = async () => {
                if (isLate)
                    return undefined;
                begun.abort();
                const { turn, end } = openTurn(projectId, clock, random, neighbours);
                try {
                    return await work(turn);
                }
                finally {
                    end();
                }
            };
            const done = (last.get(projectId) ?? Promise.resolve()).then(begin, begin);
            last.set(projectId, done);
            return late.then(() => {
                isLate = !begun.signal.aborted;
                return isLate ? undefined : done;
            });
        },
        add(runId) {
            if (!own.has(runId))
                neighbours?.add(runId);
            own.add(runId);
        },
        ids: () => new Set([...own, ...(neighbours?.ids() ?? [])]),
        followed: () => new Set([...own, ...(neighbours?.followed() ?? [])]),
        isDisturbed: (projectId) => neighbours?.isDisturbed(projectId) ?? false,
        listings: new Map(),
        beginPolling(projectId) {
            polled.push(projectId);
            return () => {
                polled.splice(polled.indexOf(projectId), 1);
            };
        },
        polledProjects: () => new Set(polled).size,
    };
}
function openTurn(projectId, clock, random, neighbours) {
    let release;
    let isDisturbing = false;
    const turn = {
        async claim(untilMs, signal) {
            if (neighbours === undefined || release !== undefined)
                return 'free';
            const lastMs = Math.min(untilMs, clock.now() + patienceMs);
            for (let tries = 1;; tries += 1) {
                release = neighbours.take(projectId);
                if (release !== undefined)
                    return tries === 1 ? 'free' : 'waited';
                if (clock.now() >= lastMs || signal.aborted)
                    break;
                const waitMs = retryMs.base + random() * retryMs.spread;
                await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, Math.min(waitMs, lastMs - clock.now()), signal);
            }
            if (!signal.aborted && !isDisturbing && lastMs < untilMs) {
                isDisturbing = true;
                neighbours.disturb(projectId);
            }
            return 'disturbed';
        },
        settled() {
            if (isDisturbing)
                neighbours?.settle(projectId);
            isDisturbing = false;
        },
    };
    return { turn, end: () => release?.() };
}


/***/ }),

/***/ 2353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SI: () => (/* binding */ ownRun),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   nT: () => (/* binding */ isOpen),
/* harmony export */   s9: () => (/* binding */ createJournal)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9368);

/** The facts of a run that the journal keeps. */
function ownRun(projectId, { runId, runUrl }) {
    return { projectId, runId, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutUndefined */ .r$)({ runUrl }) };
}
/** A journal that passes each entry to `keep`, which stores it where the post step can read it. */
function createJournal(keep) {
    return {
        intent: (intent) => keep({ phase: 'intent', ...intent }),
        started: (run) => keep({ phase: 'started', ...run }),
        cancelling: (run) => keep({ phase: 'cancelling', ...run }),
        settled: (run) => keep({ phase: 'settled', ...run }),
        detached: (run) => keep({ phase: 'detached', ...run }),
    };
}
/** Does this entry leave something to finish? */
function isOpen(entry) {
    return entry !== undefined && entry.phase !== 'settled' && entry.phase !== 'detached';
}
/** Parses an entry; undefined for anything that `createJournal` did not write. */
function readEntry(text) {
    try {
        const entry = JSON.parse(text);
        return isEntry(entry) ? entry : undefined;
    }
    catch {
        // The text is truncated or not ours. The caller reports it.
        return undefined;
    }
}
function isEntry(value) {
    if (typeof value !== 'object' || value === null || !('phase' in value))
        return false;
    const has = (key) => key in value && typeof value[key] === 'string';
    switch (value.phase) {
        case 'settled':
        case 'detached':
            return ['projectId', 'runId'].every((key) => !(key in value) || has(key));
        case 'started':
        case 'cancelling':
            return has('projectId') && has('runId');
        case 'intent':
            return has('projectId');
        default:
            return false;
    }
}


/***/ }),

/***/ 3578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Po: () => (/* binding */ newRunsSince),
/* harmony export */   vB: () => (/* binding */ searchMs),
/* harmony export */   wi: () => (/* binding */ lookForRun)
/* harmony export */ });
/* unused harmony export candidatesFor */
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3380);
/* harmony import */ var _hex_wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7925);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5302);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8286);
/* harmony import */ var _recent_runs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2097);






/**
 * Waits between the searches, milliseconds. Hex may create the run after the connection was lost, and may list it later
 * than that. Both take seconds. The last searches find a start that Hex carries out slowly.
 */
const waitsMs = [1_000, 4_000, 5_000, 5_000, 10_000, 10_000, 10_000];
/** No run is adopted earlier than this: the first one that appears may belong to someone else. */
const patienceMs = 14_000;
/** A run that appears later than this more likely belongs to someone else. */
const latestMs = 20_000;
/** Timeout of one request. Hex usually lists runs within a second. */
const lookDeadlineMs = 8_000;
/** Timeout of one search, with all its pages. */
const wholeLookMs = 12_000;
/** Max duration of all searches if Hex does not respond, milliseconds. */
const searchMs = { main: 90_000, post: 150_000 };
/**
 * Searches for the run of a lost start. A run is ours only if it was the only candidate in at least two searches, and a
 * search at least 14 s after the beginning showed no other. Anything less clear is left alone. A search that failed is
 * repeated, because it is no evidence.
 * @param limitMs ends the search with the evidence so far.
 * @param stop ends the search without a result.
 */
async function lookForRun(intent, world, limitMs, stop) {
    const beganAtMs = world.clock.now();
    const isDisturbed = () => intent.isDisturbed !== true && world.jobRuns.isDisturbed(intent.projectId);
    const seen = new Map();
    let looks = 0;
    let seenUntilMs = 0;
    let failure;
    while (looks < waitsMs.length) {
        const waitMs = waitBeforeLookMs(looks, failure, world.random());
        if (world.clock.now() + waitMs > beganAtMs + limitMs)
            break;
        await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, waitMs, stop);
        if (stop.aborted)
            return { kind: 'unseen' };
        const elapsedMs = world.clock.now() - beganAtMs;
        const found = await searchOnce(intent, world, stop, beganAtMs + limitMs, (failure?.times ?? 0) + 1);
        if (found.kind === 'failed') {
            failure = found;
            // The rate limit lasts longer than the search can.
            if ((0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoRoom */ .Ry)(found.failure))
                break;
            continue;
        }
        failure = undefined;
        looks += 1;
        seenUntilMs = elapsedMs;
        for (const candidate of found.candidates) {
            const before = seen.get(candidate.run.runId);
            seen.set(candidate.run.runId, {
                ...candidate,
                // Once it was certain that the run was made in time, no later search changes that.
                isNew: candidate.isNew || before?.isNew === true,
                times: (before?.times ?? 0) + 1,
                firstMs: before?.firstMs ?? elapsedMs,
            });
        }
        // A neighbour may have been told meanwhile that one of them is its, or is about to be.
        for (const runId of world.jobRuns.ids())
            seen.delete(runId);
        world.onEvent({ kind: 'looked', candidates: seen.size });
        if (isDisturbed())
            continue;
        if (seen.size > 1)
            break;
        const [only] = seen.values();
        // A run that has ended can wait for the last search: nothing is active, and another run may still appear.
        const isPressing = only !== undefined && only.times > 1 && !(0,_outcome_js__WEBPACK_IMPORTED_MODULE_5__/* .hasEnded */ .hY)(only.run.status);
        if (isPressing && elapsedMs >= patienceMs)
            break;
    }
    const [only, another] = seen.values();
    const isAlone = intent.isDisturbed !== true && !isDisturbed();
    if (only !== undefined && another === undefined && isAlone && isOurs(only, seenUntilMs))
        return { kind: 'one', run: only.run };
    if (seen.size > 0)
        return { kind: 'several', runs: [...seen.values()].map(({ run }) => run) };
    if (looks === waitsMs.length)
        return { kind: 'none' };
    return { kind: 'unseen', ...(failure === undefined ? {} : { trouble: failure.trouble }) };
}
/**
 * The runs that one search shows as new since the intent; none if it fails. They are only shown to the user, because one
 * search can't tell our run from others.
 */
async function newRunsSince(intent, world, stop) {
    await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, waitsMs[0] ?? 0, stop);
    if (stop.aborted)
        return [];
    const nowMs = world.clock.now();
    const found = await searchOnce(intent, world, stop, nowMs + lookDeadlineMs, 1);
    return found.kind === 'seen' ? found.candidates.map(({ run }) => run) : [];
}
/** The only candidate for long enough, seen at least twice, certainly new, and listed soon after the start. */
function isOurs({ isNew, times, firstMs }, seenUntilMs) {
    return isNew && times > 1 && firstMs <= latestMs && seenUntilMs >= patienceMs;
}
async function searchOnce(intent, world, stop, notAfterMs, times) {
    const over = new AbortController();
    const end = () => over.abort();
    // Includes the wait for a rate limit: the limiter rejects only waits that end after `notAfterMs`.
    const limitMs = Math.max(0, notAfterMs - world.clock.now()) + wholeLookMs;
    const forget = world.clock.after(limitMs, end);
    stop.addEventListener('abort', end);
    try {
        const options = { signal: over.signal, urgent: true, deadlineMs: lookDeadlineMs, notAfterMs };
        const runs = await (0,_recent_runs_js__WEBPACK_IMPORTED_MODULE_4__/* .listRecentRuns */ .kv)(world.hex, intent.projectId, options);
        const known = world.jobRuns.ids();
        const others = runs.filter((run) => !known.has(run.runId));
        const candidates = candidatesFor(withHexTime(intent, world), others, world.hex.serverNow()?.latestMs);
        return { kind: 'seen', candidates };
    }
    catch (error) {
        const { failure } = (0,_persist_js__WEBPACK_IMPORTED_MODULE_3__/* .hexErrorOf */ .Ld)(error);
        return { kind: 'failed', failure, trouble: (0,_persist_js__WEBPACK_IMPORTED_MODULE_3__/* .troubleOf */ .LH)(error), times };
    }
    finally {
        forget();
        stop.removeEventListener('abort', end);
    }
}
/** Adds Hex's time to an intent that has none, if a later response reported it. */
function withHexTime(intent, { hex, clock }) {
    const serverNow = hex.serverNow();
    if (intent.atMs !== undefined || intent.runnerAtMs === undefined || serverNow === undefined)
        return intent;
    return { ...intent, atMs: serverNow.earliestMs - (clock.now() - intent.runnerAtMs) };
}
function waitBeforeLookMs(looks, failed, random) {
    const waitMs = waitsMs[looks] ?? 0;
    if (failed === undefined)
        return waitMs;
    const { failure, times } = failed;
    // After a rate limit without a time, search again earlier than after the usual minute.
    return Math.max(waitMs, Math.min((0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .waitBeforeRepeatMs */ .ye)(failure, times, random), 30_000));
}
/** The clocks of Hex's hosts differ by up to about this much. */
const clockToleranceMs = 2_000;
/** The response to a start is waited for up to a minute. A run made later is not from it. */
const latestBirthMs = 75_000;
/**
 * The runs that may be from a start whose response was lost: all that nothing rules out. A run contains nothing of the
 * start that made it, so one candidate is strong evidence, and two are none.
 * @param listedAtMs when the runs were listed, by Hex's clock; undefined if Hex reported no time.
 */
function candidatesFor(intent, runs, listedAtMs) {
    const known = new Set(intent.known);
    return runs.flatMap((run) => {
        if (known.has(run.runId))
            return [];
        const wasListedBefore = intent.known !== undefined && intent.isKnownStale !== true;
        if (intent.atMs === undefined)
            return [{ run, isNew: wasListedBefore }];
        const startedAtMs = Date.parse(run.startTime ?? '');
        if (startedAtMs < intent.atMs - clockToleranceMs)
            return [];
        const madeAtMs = (0,_hex_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .timeInId */ .qt)(run.runId);
        if (madeAtMs !== undefined) {
            const isInTime = madeAtMs >= intent.atMs - clockToleranceMs && madeAtMs <= intent.atMs + latestBirthMs;
            return isInTime ? [{ run, isNew: true }] : [];
        }
        // Nothing shows when this run was made. Without the list from before the start, it may have been pending for long. A
        // run that was first seen, or started, long after our start may have been made at that time.
        const madeByMs = Number.isNaN(startedAtMs) ? listedAtMs : startedAtMs;
        const isLate = madeByMs !== undefined && madeByMs > intent.atMs + latestBirthMs;
        return [{ run, isNew: wasListedBefore && !isLate }];
    });
}


/***/ }),

/***/ 2097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   BC: () => (/* binding */ listingLifeMs),
/* harmony export */   kv: () => (/* binding */ listRecentRuns),
/* harmony export */   uR: () => (/* binding */ listBeforeStart)
/* harmony export */ });
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4027);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3380);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8286);



/** Hex's largest page. */
const pageSize = 100;
/** Three pages of active API runs are enough: a user has 25 kernels (API overview). */
const maxPages = 3;
/** A list older than this does not show what others have started since. */
const listingLifeMs = 3_000;
/**
 * Lists the runs before a start. It may fail: it serves the estimate, and finding a lost run. It never waits for
 * the limit of reads, which is not the limit of starts. One response serves all runs of a project in this process.
 */
function listBeforeStart(plan, world) {
    const atMs = world.clock.now();
    const known = world.jobRuns.listings.get(plan.projectId);
    if (known !== undefined && atMs - known.atMs <= listingLifeMs)
        return known.listing;
    const listing = readListing(plan, world, atMs);
    world.jobRuns.listings.set(plan.projectId, { atMs, listing });
    return listing;
}
async function readListing(plan, world, atMs) {
    try {
        const options = { signal: world.abort.signal, deadlineMs: 10_000, notAfterMs: atMs };
        return { runs: await listRecentRuns(world.hex, plan.projectId, options), atMs };
    }
    catch (error) {
        return { atMs: world.clock.now(), isThrottled: isThrottled((0,_persist_js__WEBPACK_IMPORTED_MODULE_2__/* .hexErrorOf */ .Ld)(error).failure) };
    }
}
/** Hex's rate limit, or our own limiter: another request now would fail too. */
function isThrottled(failure) {
    return (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoRoom */ .Ry)(failure) || (failure.kind === 'refused' && failure.status === 429);
}
/**
 * The project's recent API-triggered runs, including all active ones. The order of GetProjectRuns is not documented. If a
 * full page may contain the oldest runs, the active ones are listed by status, which finds a new run in any order.
 */
async function listRecentRuns(hex, projectId, options) {
    const page = await hex.getProjectRuns(projectId, { limit: pageSize, trigger: 'API' }, options);
    if (!page.hasNextPage || isNewestFirst(page.runs))
        return page.runs.filter(isApiRun);
    const active = [
        ...(await listByStatus(hex, projectId, 'PENDING', options)),
        ...(await listByStatus(hex, projectId, 'RUNNING', options)),
    ];
    return unique([...page.runs, ...active]).filter(isApiRun);
}
async function listByStatus(hex, projectId, status, options) {
    const runs = [];
    for (let index = 0; index < maxPages; index += 1) {
        const filter = { limit: pageSize, offset: index * pageSize, trigger: 'API', status };
        const page = await hex.getProjectRuns(projectId, filter, options);
        runs.push(...page.runs);
        if (!page.hasNextPage)
            return runs;
    }
    // In an incomplete list, someone else's run could look like the only new one.
    throw new _hex_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HexError */ ._({
        operation: 'GetProjectRuns',
        method: 'GET',
        path: `/v1/projects/${projectId}/runs`,
        failure: { kind: 'unreadable', status: 200 },
        words: `The project has more than ${maxPages * pageSize} runs that are ${status}.`,
        remedy: '',
    });
}
function isNewestFirst(runs) {
    const times = runs.flatMap((run) => run.startTime ?? []);
    return Date.parse(times[0] ?? '') > Date.parse(times.at(-1) ?? '');
}
/** Older Hex has no trigger filter and lists API runs only. Newer Hex reports each run's trigger. */
function isApiRun(run) {
    return run.runTrigger === undefined || run.runTrigger === 'API';
}
function unique(runs) {
    return [...new Map(runs.map((run) => [run.runId, run])).values()];
}


/***/ }),

/***/ 1291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openNeighbours)
/* harmony export */ });
/* harmony import */ var _handover_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1500);

/** The claim of a process on a project is in `<project id>.<mark>.turn`. Its other facts are in `<mark>.runs`. */
const turnEnding = '.turn';
const runsEnding = '.runs';
/**
 * The other processes of this job that use the same token: parallel steps and their post steps. They exchange signed files
 * in RUNNER_TEMP. Each process writes only its own files, so no locks are needed. To claim a project, a process writes its
 * claim, then checks for other claims, and withdraws if there is one. So of two that claim at the same time, at least one
 * sees the other. Claims of processes that have ended don't count. Implements `Neighbours` of src/run/job-runs.ts.
 * @param mark identifies this process (`MainSide.mark`).
 */
function openNeighbours(folder, mark, isAlive = _handover_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunning */ .W_) {
    if (folder === undefined)
        return undefined;
    let notes;
    const note = (line) => {
        try {
            notes ??= folder.create(`${mark}${runsEnding}`);
            notes?.add(line);
        }
        catch {
            // The other processes know less, so after a lost response they report a run instead of adopting it.
        }
    };
    const linesOfOthers = (isWanted = () => true) => folder
        .names(runsEnding)
        .map((name) => name.slice(0, -runsEnding.length))
        .filter((other) => other !== mark && isWanted(other))
        .map((other) => folder.read(`${other}${runsEnding}`).lines);
    const runIdsIn = (files) => files.flat().flatMap((line) => /^run (\S+)$/.exec(line)?.[1] ?? []);
    /** Has another running process claimed the project? */
    const isTaken = (projectId) => folder.names(turnEnding).some((name) => {
        const [project = '', other = ''] = name.split('.');
        if (project !== projectId || other === mark)
            return false;
        if (folder.read(name).lines[0] !== 'taken')
            return false;
        if (isAlive(other))
            return true;
        folder.remove(name);
        return false;
    });
    return {
        take(projectId) {
            if (isTaken(projectId))
                return undefined;
            const name = `${projectId}.${mark}${turnEnding}`;
            folder.replace(name, 'taken');
            const release = () => folder.remove(name);
            if (!isTaken(projectId))
                return release;
            release();
            return undefined;
        },
        disturb: (projectId) => note(`disturb ${projectId}`),
        settle: (projectId) => note(`settle ${projectId}`),
        isDisturbed: (projectId) => linesOfOthers().some((lines) => {
            const count = (what) => lines.filter((each) => each === `${what} ${projectId}`).length;
            return count('disturb') > count('settle');
        }),
        add: (runId) => note(`run ${runId}`),
        ids: () => runIdsIn(linesOfOthers()),
        followed: () => runIdsIn(linesOfOthers(isAlive)),
    };
}


/***/ })

};

export const id = 476;
export const ids = [476];
export const modules = {

/***/ 5476:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _cancel_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7572);
/* harmony import */ var _inputs_cancel_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(532);
/* harmony import */ var _inputs_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6790);
/* harmony import */ var _report_cancel_outputs_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3714);
/* harmony import */ var _report_cancel_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9364);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5364);
/* harmony import */ var _run_abort_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(488);
/* harmony import */ var _runner_clock_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(453);
/* harmony import */ var _runner_runner_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3281);
/* harmony import */ var _checked_tls_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4237);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7355);
/* harmony import */ var _input_problems_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6773);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9001);













// The signals are armed before anything else: a cancelled job still gets its outputs.
const runner = (0,_runner_runner_js__WEBPACK_IMPORTED_MODULE_7__/* .openRunner */ .N)(process);
const clock = _runner_clock_js__WEBPACK_IMPORTED_MODULE_6__/* .systemClock */ .m;
const abort = (0,_run_abort_js__WEBPACK_IMPORTED_MODULE_5__/* .createAbort */ .x)(clock);
const beganAtMs = clock.now();
/** Beside the one for the whole. */
const mostAnnotations = 9;
runner.onStop(abort.request);
await main();
async function main() {
    const token = (0,_token_js__WEBPACK_IMPORTED_MODULE_9__/* .maskedToken */ .H)(runner);
    (0,_checked_tls_js__WEBPACK_IMPORTED_MODULE_10__/* .keepTlsChecked */ .E)(runner);
    let outcome;
    try {
        const inputs = (0,_inputs_cancel_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readCancelInputs */ .c0)((name) => (name === 'token' ? token : runner.input(name)));
        outcome = await clear(inputs);
        abort.close();
        await report(outcome, inputs);
    }
    catch (error) {
        runner.fail();
        if (error instanceof _inputs_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz)
            (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_11__/* .annotateProblems */ .$)(runner, error);
        else {
            const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
            const words = `This action itself failed: please report it with this line. ${detail}`;
            runner.annotate('error', 'Hex runs not cancelled', words);
        }
    }
    abort.close();
    for (const [name, text] of Object.entries((0,_report_cancel_outputs_js__WEBPACK_IMPORTED_MODULE_12__/* .cancelOutputs */ .P)(outcome)))
        runner.output(name, text);
}
async function clear(inputs) {
    const { projectIds, runId, choice, dryRun, wait, timeoutMs } = inputs;
    const connection = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_8__.connect)(inputs, runner.env, clock);
    const progress = (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .createProgress */ .m)();
    const world = {
        hex: connection.hex,
        clock,
        random: Math.random,
        abort,
        tell: (event) => {
            for (const line of progress.lines(event, clock.now()))
                runner.line(line);
        },
    };
    const limits = { dryRun, wait, deadlineAtMs: beganAtMs + timeoutMs };
    try {
        return runId === undefined
            ? await (0,_cancel_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelActiveRuns */ .H)(projectIds, choice, limits, world)
            : await (0,_cancel_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelOneRun */ .W)(projectIds[0] ?? '', runId, limits, world);
    }
    finally {
        await connection.close();
    }
}
/** The verdict is set first; what can fail to be written comes after it and changes nothing. */
async function report(outcome, inputs) {
    const verdict = (0,_report_cancel_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verdictOn */ .Hc)(outcome, abort.signal.aborted);
    if (verdict !== 'done')
        runner.fail();
    for (const run of outcome.runs)
        runner.line((0,_report_cancel_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .runResultLine */ .nT)(run));
    const spared = (0,_report_cancel_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .sparedWords */ .rv)(outcome);
    if (spared !== '')
        runner.line(spared);
    const headline = `${(0,_report_cancel_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelHeadline */ .Fl)(outcome)}.`;
    if (verdict === 'done')
        runner.line(headline);
    else
        annotate(outcome, verdict, headline);
    if (inputs.summary)
        await runner.summary((0,_report_cancel_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .cancelSummary */ .X1)(outcome, verdict, clock.now()));
}
/** An error for each project that could not be read, then one for the whole; GitHub shows ten of a step. */
function annotate(outcome, verdict, headline) {
    const level = verdict === 'aborted' ? 'warning' : 'error';
    for (const { projectId, trouble } of outcome.failures.slice(0, mostAnnotations)) {
        runner.annotate(level, 'Hex runs not cancelled', `Project ${projectId}: ${trouble.text}`);
    }
    const stopped = verdict === 'aborted' ? 'The job was cancelled. ' : '';
    const refused = outcome.runs.filter(({ result }) => result === 'refused').map(_report_cancel_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .runResultLine */ .nT);
    const words = [`${stopped}${headline}`, ...refused.slice(0, mostAnnotations)];
    runner.annotate(level, 'Hex runs not cancelled', words.join('\n'));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

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
/** 2,000 active runs of a status; a user has 25 kernels (API overview). */
const mostPages = 20;
/**
 * All active runs of a project, every page of every status, before anything is cancelled: a list that is paged by
 * offset skips runs when some leave it in between. Throws the HexError of a list that could not be read.
 * @param untilMs no request begins after it, milliseconds since the epoch.
 */
async function collectActiveRuns(projectId, { statuses, trigger }, world, untilMs) {
    const found = new Map();
    for (const status of statuses) {
        const runs = await listAll(projectId, status, trigger, world, untilMs);
        // A run that started between the two lists is in both; the later one knows better.
        for (const run of runs)
            found.set(run.runId, run);
    }
    return [...found.values()];
}
async function listAll(projectId, status, trigger, world, untilMs) {
    const runs = [];
    for (let index = 0; index < mostPages; index += 1) {
        const filter = { status, trigger, limit: pageSize, offset: index * pageSize };
        const page = await (0,persist/* persist */.Z)(world, untilMs, () => world.hex.getProjectRuns(projectId, filter, {
            signal: world.abort.signal,
            notAfterMs: untilMs,
        }));
        runs.push(...page.runs);
        if (!page.hasNextPage)
            return runs;
    }
    world.tell({
        kind: 'note',
        text: `Project ${projectId} has more than ${runs.length} ${status} runs; these are cancelled, the rest is left for another time.`,
    });
    return runs;
}

// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
;// CONCATENATED MODULE: ./build/cancel/watch.js





/** A cancelled run ends within seconds, so the first looks are quick; after that it may be long. */
const looksMs = [300, 700, 1_500, 3_000, 5_000, 10_000];
/** A look that takes longer is better made anew. */
const lookDeadlineMs = 10_000;
/** So few runs are asked for one by one; of more, one page of the project's list tells of most. */
const fewRuns = 2;
/**
 * Watches runs until they have ended, the deadline, or the abort. What is not seen to end by then is
 * `unconfirmed`. The results are by run id.
 * @param untilMs no request begins after it but for a last look, milliseconds since the epoch.
 */
async function watchThemEnd(taken, untilMs, world) {
    const { clock, abort } = world;
    const results = new Map();
    const troubles = new Map();
    let going = taken;
    let waitMs = pauseMs(0);
    for (let look = 1; going.length > 0; look += 1) {
        await (0,build_clock/* sleep */.y)(clock, Math.min(waitMs, untilMs - clock.now()), abort.signal);
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








/** Cancels at once: enough to be quick, few enough to keep a connection for each. */
const mostAtOnce = 5;
/**
 * Cancels all active runs of some projects that fit the choice, and watches them end. Everything is collected
 * before the first cancel. A run that ends meanwhile is no failure; a project that cannot be read is one, and
 * keeps no other from being cleared. Only faults of our own are thrown.
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
/** Cancels one run, which is looked at first: its status belongs in the report, and one that has ended is done. */
async function cancelOneRun(projectId, runId, limits, world) {
    const unseen = { runId, status: 'unknown' };
    const look = await lookAt({ projectId, run: unseen }, limits, world);
    const run = look.run ?? unseen;
    if ((0,run_status/* hasEnded */.hY)(run.status)) {
        return { runs: [{ projectId, run, result: 'ended' }], failures: [], spared: [] };
    }
    return { runs: await cancelRuns([{ projectId, run }], limits, world), failures: [], spared: [] };
}
/** Sends the cancels, then watches those that Hex took. The results are in the order of the runs. */
async function cancelRuns(chosen, limits, world) {
    if (limits.dryRun)
        return chosen.map((each) => ({ ...each, result: 'listed' }));
    if (chosen.length > 0) {
        const count = chosen.length === 1 ? 'one run' : `${chosen.length} runs`;
        world.tell({ kind: 'note', text: `Cancelling ${count}.` });
    }
    const results = await (0,lanes/* inLanes */.L)(chosen, mostAtOnce, (each) => askToEnd(each, limits, world));
    if (!limits.wait)
        return results;
    const taken = results.filter((each) => each.result === 'requested');
    const watched = await watchThemEnd(taken, limits.deadlineAtMs, world);
    return results.map((each) => watched.get(each.run.runId) ?? each);
}
/** Sends one cancel. `requested` means that Hex took it. */
async function askToEnd(chosen, limits, world) {
    const { abort, clock, hex } = world;
    if (abort.signal.aborted || clock.now() >= limits.deadlineAtMs)
        return { ...chosen, result: 'untried' };
    // After a lost answer the cancel is repeated, and refused if the first one had worked.
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
/** The run as it is now; without one where it cannot be read. */
async function lookAt({ projectId, run }, limits, world) {
    try {
        const seen = await (0,persist/* persist */.Z)(world, limits.deadlineAtMs, () => world.hex.getRunStatus(projectId, run.runId, {
            signal: world.abort.timeOver('start'),
            notAfterMs: limits.deadlineAtMs,
        }));
        return { run: { ...run, ...seen } };
    }
    catch (error) {
        // A token that may run but not read can still cancel, and then says what it could not.
        world.tell({
            kind: 'note',
            text: `Run ${run.runId} could not be read.`,
            trouble: (0,run_trouble/* troubleOf */.c)(error),
        });
        return {};
    }
}


/***/ }),

/***/ 5436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ whySpared),
/* harmony export */   W: () => (/* binding */ ageMs)
/* harmony export */ });
/* harmony import */ var _run_candidates_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98);

/**
 * Why this run is not to be cancelled; undefined when it is. A run whose trigger Hex does not tell (older Hex,
 * which lists API runs only) counts as one of the API and of nothing else. In doubt a run is left alone: a wrong
 * cancel is worse than an orphan.
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
 * How old a run is, in milliseconds: since its start, or, where it has none yet, since its id was made. Hex's
 * newer ids tell that (UUID of version 7); a pending run with an older id has no age.
 */
function ageMs(run, nowMs) {
    const sinceMs = run.startTime === undefined ? (0,_run_candidates_js__WEBPACK_IMPORTED_MODULE_0__/* .timeInId */ .q)(run.runId) : Date.parse(run.startTime);
    return sinceMs === undefined ? undefined : Math.max(0, nowMs - sinceMs);
}


/***/ }),

/***/ 4439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ resultWords)
/* harmony export */ });
/** What became of a run, as the end of a sentence that begins with the run. */
const resultWords = {
    cancelled: 'was cancelled',
    requested: 'is being cancelled',
    ended: 'had already ended',
    listed: 'would be cancelled',
    unconfirmed: 'was cancelled, but its end is not confirmed',
    refused: 'could not be cancelled and may still be running',
    untried: 'was not reached in time',
};


/***/ }),

/***/ 532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c0: () => (/* binding */ readCancelInputs)
/* harmony export */ });
/* unused harmony exports cancelInputDefaults, cancelOutputNames */
/* harmony import */ var _base_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6607);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7198);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4059);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9307);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6790);
/* harmony import */ var _project_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5569);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3237);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2085);
/* harmony import */ var _word_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4817);









/** The names of the cancel action's inputs and their defaults, as its `action.yml` has them. */
const cancelInputDefaults = {
    token: '',
    'project-id': '',
    'run-id': '',
    statuses: 'PENDING, RUNNING',
    trigger: 'API',
    'older-than': '',
    'dry-run': 'false',
    wait: 'true',
    timeout: '5m',
    'base-url': 'https://app.hex.tech',
    summary: 'true',
};
/** The names of its outputs, in the order of `action.yml`. */
const cancelOutputNames = (/* unused pure expression or super */ null && (['cancelled-count', 'cancelled-run-ids', 'results']));
const ageBounds = { leastMs: 1_000, mostMs: 365 * 24 * 3_600_000 };
const timeoutBounds = { leastMs: 5_000, mostMs: 6 * 3_600_000 };
/** Each project costs at least two requests of the 30 that Hex allows a minute. */
const mostProjects = 100;
const activeStatuses = ['PENDING', 'RUNNING'];
const triggers = ['API', 'SCHEDULED', 'APP_REFRESH', 'ALL'];
/** Reads all inputs of the cancel action. Throws one InputError with every problem in it. */
function readCancelInputs(inputText) {
    const problems = (0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .collectProblems */ .vX)();
    const text = (name) => inputText(name).trim() || cancelInputDefaults[name];
    const flag = (name) => problems.take(name, (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBoolean */ .y)(text(name)));
    const token = problems.take('token', (0,_token_js__WEBPACK_IMPORTED_MODULE_5__/* .parseToken */ .p)(inputText('token')));
    const baseUrl = problems.take('base-url', (0,_base_url_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBaseUrl */ .Q)(text('base-url')));
    const projects = (0,_lines_js__WEBPACK_IMPORTED_MODULE_7__/* .linesOf */ .D)(text('project-id')).flatMap((line) => problems.take('project-id', (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProjectReference */ .i)(line)) ?? []);
    const runId = text('run-id') === '' ? undefined : problems.take('run-id', (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseRunReference */ .o)(text('run-id')));
    const statuses = problems.take('statuses', parseStatuses(text('statuses')));
    const trigger = problems.take('trigger', (0,_word_js__WEBPACK_IMPORTED_MODULE_6__/* .parseWord */ .k)(text('trigger'), triggers));
    const ageText = text('older-than');
    const olderThanMs = ageText === '' ? undefined : problems.take('older-than', (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(ageText, ageBounds));
    const dryRun = flag('dry-run');
    const wait = flag('wait');
    const timeoutMs = problems.take('timeout', (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(text('timeout'), timeoutBounds));
    const summary = flag('summary');
    const projectIds = idsOf(projects);
    (0,_hosts_js__WEBPACK_IMPORTED_MODULE_8__/* .checkHosts */ .G)(projects, baseUrl, problems);
    checkProjectCount(text, projectIds, problems.add);
    if (text('run-id') !== '')
        checkOneRun(text, problems.add);
    const inputs = { token, baseUrl, projectIds, dryRun, wait, timeoutMs, summary };
    const choice = { statuses, trigger };
    if (problems.all.length > 0 || !(0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .areRead */ .rr)(inputs) || !(0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .areRead */ .rr)(choice)) {
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(problems.all);
    }
    return Object.freeze({
        ...inputs,
        choice: { ...choice, ...(olderThanMs === undefined ? {} : { olderThanMs }) },
        ...(runId === undefined ? {} : { runId }),
    });
}
function idsOf(projects) {
    return [...new Set(projects.map(({ projectId }) => projectId))];
}
/** Only runs that are active can be cancelled, and these two statuses are all that Hex has for them. */
function parseStatuses(text) {
    const words = text.split(/[\s,]/).filter((word) => word !== '');
    const unknown = words.find((word) => !activeStatuses.some((each) => each === word.toUpperCase()));
    if (unknown !== undefined) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .quoted */ .TL)(unknown)} is not the status of a run that can be cancelled: write PENDING, RUNNING or both.`);
    }
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .value */ .Uq)(activeStatuses.filter((status) => words.some((word) => word.toUpperCase() === status)));
}
function checkProjectCount(text, projectIds, add) {
    if (text('project-id') === '') {
        add('project-id', 'It is missing: write the id of the project, several one a line.');
    }
    if (projectIds.length > mostProjects) {
        add('project-id', `These are ${projectIds.length} projects: write at most ${mostProjects}.`);
    }
    if (text('run-id') !== '' && projectIds.length > 1) {
        add('project-id', "With 'run-id' it is the one project of that run: leave the others out.");
    }
}
/** What chooses among runs would be silently ignored for one that is named. */
function checkOneRun(text, add) {
    for (const name of ['statuses', 'trigger', 'older-than']) {
        if (text(name).toUpperCase() !== cancelInputDefaults[name]) {
            add(name, "It chooses among runs, and 'run-id' names the one to cancel: leave it out.");
        }
    }
}


/***/ }),

/***/ 9307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf)
/* harmony export */ });
/** The lines of a list with one item a line; blank ones do not count. */
function linesOf(text) {
    return text
        .split(/\r\n|\n|\r/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}


/***/ }),

/***/ 4817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ parseWord)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);

/** One of a few words, in either case. */
function parseWord(text, words) {
    const found = words.find((word) => word.toLowerCase() === text.toLowerCase());
    return found === undefined
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not known here: write one of ${words.join(', ')}.`)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(found);
}


/***/ }),

/***/ 6667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ inLanes)
/* harmony export */ });
/** Does the work for all items, so many at a time, in the order of the list; the results keep that order. */
async function inLanes(items, lanes, work) {
    const done = new Map();
    const queue = items.entries();
    const lane = async () => {
        for (const [index, item] of queue)
            done.set(index, await work(item, index));
    };
    await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
    return items.flatMap((_, index) => done.get(index) ?? []);
}


/***/ }),

/***/ 3714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ cancelOutputs)
/* harmony export */ });
/** GitHub keeps an output of up to 1 MB (as UTF-16); so many results stay well below it. */
const mostResults = 1_000;
/** The outputs; without an outcome (inputs that cannot be used), those of nothing done. */
function cancelOutputs(outcome) {
    const { runs, failures } = outcome ?? { runs: [], failures: [] };
    const taken = ['cancelled', 'requested', 'unconfirmed'];
    const cancelled = runs.filter(({ result }) => taken.includes(result));
    const results = [
        ...failures.map(({ projectId, trouble }) => ({
            project_id: projectId,
            run_id: null,
            run_url: null,
            status: null,
            trigger: null,
            start_time: null,
            result: 'unreadable',
            error: trouble.text,
            trace_id: trouble.traceId ?? null,
        })),
        ...runs.map(({ projectId, run, result, trouble }) => ({
            project_id: projectId,
            run_id: run.runId,
            run_url: run.runUrl ?? null,
            status: run.status,
            trigger: run.runTrigger ?? null,
            start_time: run.startTime ?? null,
            result,
            error: trouble?.text ?? null,
            trace_id: trouble?.traceId ?? run.traceId ?? null,
        })),
    ];
    return {
        'cancelled-count': String(cancelled.length),
        'cancelled-run-ids': JSON.stringify(cancelled.map(({ run }) => run.runId).slice(0, 10_000)),
        results: JSON.stringify(results.slice(0, mostResults)),
    };
}


/***/ }),

/***/ 9364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ cancelHeadline),
/* harmony export */   Hc: () => (/* binding */ verdictOn),
/* harmony export */   X1: () => (/* binding */ cancelSummary),
/* harmony export */   nT: () => (/* binding */ runResultLine),
/* harmony export */   rv: () => (/* binding */ sparedWords)
/* harmony export */ });
/* harmony import */ var _cancel_choice_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5436);
/* harmony import */ var _cancel_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4439);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4902);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4702);




/** More rows than anybody reads; the `results` output has them all. */
const mostRows = 200;
/** What Hex said of single runs is mostly the same for each. */
const mostTroubles = 10;
/** Green is only what was asked for and got. */
function verdictOn(outcome, aborted) {
    const open = outcome.runs.some(({ result }) => unfinished.includes(result));
    if (aborted && (open || outcome.failures.length > 0))
        return 'aborted';
    return open || outcome.failures.length > 0 ? 'incomplete' : 'done';
}
/** What happened, in one sentence without a full stop. */
function cancelHeadline(outcome) {
    const { runs, failures } = outcome;
    const count = (...results) => runs.filter(({ result }) => results.includes(result)).length;
    const parts = [
        counted(count('listed'), 'would be cancelled', 'would be cancelled'),
        counted(count('cancelled'), 'was cancelled', 'were cancelled'),
        counted(count('requested'), 'is being cancelled', 'are being cancelled'),
        counted(count('ended'), 'had already ended', 'had already ended'),
        counted(count('unconfirmed'), 'was cancelled, but its end is not confirmed', 'were cancelled, but their end is not confirmed'),
        counted(count('refused'), 'could not be cancelled', 'could not be cancelled'),
        counted(count('untried'), 'was not reached', 'were not reached'),
    ].filter((part) => part !== '');
    const said = parts.length === 0 ? 'No active run was found to cancel' : capitalised(parts.join(', '));
    return failures.length === 0
        ? said
        : `${said}; ${failures.length === 1 ? 'one project' : `${failures.length} projects`} could not be read`;
}
/** The job summary: what happened, a row for each run, and what Hex said where something went wrong. */
function cancelSummary(outcome, verdict, nowMs) {
    const { runs, failures, spared } = outcome;
    const hiddenRows = runs.length - mostRows;
    const troubled = runs.filter(({ trouble }) => trouble !== undefined);
    const parts = [
        `### ${icons[verdict]} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(cancelHeadline(outcome))}`,
        ...failures.map(({ projectId, trouble }) => `> [!CAUTION]\n> The runs of project ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(projectId)} could not be listed, so none of them was cancelled. ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(trouble.text)}`),
        runs.length === 0 ? '' : runTable(runs.slice(0, mostRows), nowMs),
        ...troubled.slice(0, mostTroubles).map(troubleAlert),
        hiddenRows > 0
            ? `> [!NOTE]\n> ${hiddenRows} more runs are not shown here; the ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)('results')} output has all.`
            : '',
        spared.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(sparedWords(outcome)),
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fitted */ .$5)(`${parts.filter((part) => part !== '').join('\n\n')}\n`, _markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .maxSummaryBytes */ .aH);
}
/** How many active runs were left alone and why, one sentence; '' when there are none. */
function sparedWords({ spared }) {
    const words = Object.keys(sparedBecause).flatMap((why) => {
        const count = spared.filter((each) => each.why === why).length;
        return count === 0 ? [] : [`${count} ${sparedBecause[why]}`];
    });
    return words.length === 0 ? '' : `Left alone: ${words.join(', ')}.`;
}
/** A run in words, for the log and for annotations. */
function runResultLine({ projectId, run, result, trouble }) {
    const of = run.runUrl === undefined ? ` of project ${projectId}` : '';
    const status = result === 'ended' ? ` (${run.status})` : '';
    return [`Run ${run.runId}${of} ${_cancel_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .resultWords */ .X[result]}${status}.`, run.runUrl, trouble?.text]
        .filter((part) => part !== undefined)
        .join(' ');
}
const unfinished = ['unconfirmed', 'refused', 'untried'];
const icons = {
    done: '🧹',
    incomplete: '❌',
    aborted: '🚫',
};
const sparedBecause = {
    'other-trigger': 'started by something else',
    ours: 'started by this step',
    'too-young': 'younger than older-than',
    'age-unknown': 'without a start to tell the age by',
};
/** Ids are long: the project's is only shown where there are several to tell apart. */
function runTable(runs, nowMs) {
    const several = new Set(runs.map(({ projectId }) => projectId)).size > 1;
    const rows = runs.map(({ projectId, run, result }) => [
        runCell(run),
        ...(several ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(projectId)] : []),
        run.runTrigger === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(run.runTrigger),
        ageCell((0,_cancel_choice_js__WEBPACK_IMPORTED_MODULE_2__/* .ageMs */ .W)(run, nowMs)),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(run.status),
        capitalised(_cancel_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .resultWords */ .X[result]),
    ]);
    const head = ['Run', ...(several ? ['Project'] : []), 'Trigger', 'Age', 'Status', 'Result'];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(head, rows, ['Age']);
}
function troubleAlert({ run, trouble }) {
    return `> [!CAUTION]\n> ${runCell(run)}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(trouble?.text ?? '')}`;
}
function runCell(run) {
    return run.runUrl === undefined ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(run.runId) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(run.runId), run.runUrl);
}
function ageCell(age) {
    return age === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .durationInWords */ .j)(age);
}
function capitalised(sentence) {
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
function counted(count, one, many) {
    if (count === 0)
        return '';
    return count === 1 ? `one run ${one}` : `${count} runs ${many}`;
}


/***/ })

};

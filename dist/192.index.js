export const id = 192;
export const ids = [192];
export const modules = {

/***/ 1192:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _inputs_contract_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5984);
/* harmony import */ var _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3237);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8046);
/* harmony import */ var _report_leftover_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4804);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5364);
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4702);
/* harmony import */ var _run_job_runs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8236);
/* harmony import */ var _run_journal_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2353);
/* harmony import */ var _run_leftovers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2166);
/* harmony import */ var _runner_handover_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1500);
/* harmony import */ var _runner_job_folder_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4329);
/* harmony import */ var _runner_neighbours_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1291);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6037);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1309);














const step = (0,_step_js__WEBPACK_IMPORTED_MODULE_9__/* .openStep */ .b0)();
const { runner, clock, abort, token } = step;
/** After a request to stop, main needs at most 7 s (`run/abort.ts`). The runner kills it after 10 s. */
const mainPatienceMs = 10_000;
const folder = (0,_runner_job_folder_js__WEBPACK_IMPORTED_MODULE_7__/* .openJobFolder */ .Y)(runner.env, token);
const beganAtMs = beginOfPostSteps();
const handover = (0,_runner_handover_js__WEBPACK_IMPORTED_MODULE_6__/* .openPostSide */ .Ou)(runner.env, folder, { mark: runner.state(_state_js__WEBPACK_IMPORTED_MODULE_10__/* .markName */ .Fp), noted: Number(runner.state(_state_js__WEBPACK_IMPORTED_MODULE_10__/* .notedName */ .Gy)) || 0 }, hasOpen);
const lastWord = await main();
handover?.close();
await finishReports(lastWord);
abort.close();
/**
 * Cleans up after a killed main step. Never fails the job, because the job's own result says what happened. Runs that
 * could not be cleaned up are a warning with links.
 */
async function main() {
    // Main has already shown the warning.
    (0,_step_js__WEBPACK_IMPORTED_MODULE_9__/* .keepTlsChecked */ .EK)({ annotate: () => undefined });
    const { texts, leaving } = await whatMainLeft();
    const entries = texts.flatMap((text) => (0,_run_journal_js__WEBPACK_IMPORTED_MODULE_11__/* .readEntry */ .hB)(text) ?? []);
    if (entries.length < texts.length) {
        runner.annotate('warning', 'Hex run may not have been cancelled', "Could not read the main step's state. Check the project's runs in Hex.");
    }
    if (!entries.some(_run_journal_js__WEBPACK_IMPORTED_MODULE_11__/* .isOpen */ .nT))
        return undefined;
    try {
        return await report(await finish(entries, leaving), leaving);
    }
    catch (error) {
        runner.annotate('warning', 'Hex run may not have been cancelled', `The cleanup failed. Check the project's runs in Hex. ${(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .messageOf */ .bD)(error)}`);
        return undefined;
    }
}
/**
 * The last journal entry of each of main's runs, and why main left them. If main is still running and has a run or is about
 * to start one, it gets time to clean up itself: it knows more than post, and only one of them should cancel the run.
 */
async function whatMainLeft() {
    const isBusy = () => handover !== undefined && hasOpen(handover.latest());
    if (handover?.isRunning() && isBusy()) {
        runner.line('Waiting for the main step to stop and clean up.');
        await handover.ended(clock, mainPatienceMs, abort.signal);
        if (!isBusy())
            runner.line('The main step has cleaned up and has no active runs.');
    }
    const notes = handover?.latest() ?? new Map();
    const count = Math.max(Number(runner.state(_state_js__WEBPACK_IMPORTED_MODULE_10__/* .countName */ .LS)) || 0, ...[...notes.keys()].map((subject) => Number(subject) + 1 || 0));
    const texts = Array.from({ length: Math.min(count, _inputs_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .maxRuns */ .tx) }, (_, index) => notes.get(String(index)) ?? runner.state((0,_state_js__WEBPACK_IMPORTED_MODULE_10__/* .stateNameOf */ .Qv)(index)));
    const noted = (name) => notes.has(name) || runner.state(name) !== '';
    const leaving = (0,_report_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .whyLeft */ .N)({
        jobStatus: runner.input('job-status').trim(),
        wasStopped: noted(_state_js__WEBPACK_IMPORTED_MODULE_10__/* .stoppedName */ .dg),
        hasEnded: noted(_state_js__WEBPACK_IMPORTED_MODULE_10__/* .endedName */ .eY),
    });
    return { texts: texts.filter((text) => text !== ''), leaving };
}
function hasOpen(latest) {
    return [...latest.values()].some((text) => (0,_run_journal_js__WEBPACK_IMPORTED_MODULE_11__/* .isOpen */ .nT)((0,_run_journal_js__WEBPACK_IMPORTED_MODULE_11__/* .readEntry */ .hB)(text)));
}
/** When the first post step of this job began, which can be this one, milliseconds since the epoch. */
function beginOfPostSteps() {
    const nowMs = clock.now();
    const name = 'post';
    const noted = Number(folder?.read(name)[0]);
    if (noted > 0 && noted <= nowMs)
        return noted;
    folder?.replace(name, String(nowMs));
    return nowMs;
}
async function finish(entries, leaving) {
    const baseUrl = (0,_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBaseUrl */ .Q2)(runner.input('base-url').trim() || _inputs_contract_js__WEBPACK_IMPORTED_MODULE_0__/* .runInputDefaults */ .ie['base-url']);
    // Most jobs end with nothing to clean up, and then the client is not loaded.
    const [{ withConnection }, { createHexClient }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 7732)),
        __webpack_require__.e(/* import() */ 7).then(__webpack_require__.bind(__webpack_require__, 7007)),
    ]);
    const world = {
        ...step,
        jobRuns: (0,_run_job_runs_js__WEBPACK_IMPORTED_MODULE_4__/* .createJobRuns */ .S)(clock, Math.random, (0,_runner_neighbours_js__WEBPACK_IMPORTED_MODULE_8__/* .openNeighbours */ .B)(folder, (0,_runner_handover_js__WEBPACK_IMPORTED_MODULE_6__/* .ownMark */ .a1)(), clock)),
        journal: () => undefined,
        onEvent: (0,_step_js__WEBPACK_IMPORTED_MODULE_9__/* .printEvents */ .xo)(step, { progress: (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .createProgress */ .m)(leaving) }),
    };
    const others = folder === undefined ? 0 : (0,_runner_handover_js__WEBPACK_IMPORTED_MODULE_6__/* .notesOfJob */ .sE)(folder).filter(hasOpen).length - 1;
    const timeMs = (0,_run_leftovers_js__WEBPACK_IMPORTED_MODULE_5__/* .shareMs */ .U)(clock.now() - beganAtMs, Math.max(0, others));
    return withConnection(step, { baseUrl, token }, ({ caller }) => (0,_run_leftovers_js__WEBPACK_IMPORTED_MODULE_5__/* .finishAllLeftovers */ .L)(entries, { ...world, hex: createHexClient(caller) }, timeMs));
}
/** Reports runs whose end main could not confirm. */
async function report(finished, leaving) {
    const reports = finished.map(({ entry, leftover }) => (0,_report_leftover_js__WEBPACK_IMPORTED_MODULE_2__/* .leftoverReport */ .e)(leftover, entry, leaving));
    for (const [level, title] of [
        ['warning', 'Hex run may still be running'],
        ['notice', 'Hex run not active'],
    ]) {
        const lines = reports.flatMap((each) => (each.level === level ? each.line : []));
        if (lines.length > 0)
            runner.annotate(level, title, lines.join('\n'));
    }
    const markdown = reports.map((each) => each.markdown).join('\n');
    await runner.summary(markdown);
    const what = reports.some(({ level }) => level === 'warning')
        ? 'The step may still have an active run'
        : 'The step has no active runs';
    const headline = `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_13__/* .capitalised */ .Iu)(leaving)}. ${what}`;
    return { conclusion: 'cancelled', headline, body: markdown, pictures: '' };
}
/**
 * Completes the check run that a killed main step left open.
 * @param lastWord replaces what main reported in the comment and the check run of this use; undefined if the post step had
 *   nothing to clean up.
 */
async function finishReports(lastWord) {
    // Most jobs leave no check run open, and then no code for reports is loaded.
    const check = (0,_state_js__WEBPACK_IMPORTED_MODULE_10__/* .readOpenCheck */ .t9)(runner.state(_state_js__WEBPACK_IMPORTED_MODULE_10__/* .checkStateName */ .HW));
    const isOpen = check !== undefined && check.isCompleted !== true;
    if (!isOpen && lastWord === undefined)
        return;
    const { finishWantedReports } = await Promise.all(/* import() */[__webpack_require__.e(656), __webpack_require__.e(724)]).then(__webpack_require__.bind(__webpack_require__, 4841));
    await finishWantedReports(step, check, lastWord);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ whyLeft),
/* harmony export */   e: () => (/* binding */ leftoverReport)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4902);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7342);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4702);



/**
 * Why main left a run, as far as the post step knows. Main can't distinguish a cancelled job from a step that timed out. The
 * post step can, by the job's status.
 * @param facts.jobStatus the current `${{ job.status }}`; '' if the host does not set it.
 * @param facts.wasStopped main noted a request to stop.
 * @param facts.hasEnded main reached its end, and only the run's end was not confirmed.
 */
function whyLeft(facts) {
    if (facts.jobStatus === 'cancelled')
        return 'the job was cancelled';
    if (facts.wasStopped)
        return 'this step was stopped';
    return facts.hasEnded
        ? 'the main step could not confirm that the run had stopped'
        : 'the main step was killed';
}
/** The post step's report on a run that a killed main step left active. */
function leftoverReport(leftover, entry, why) {
    const what = wordsOf(leftover, 'projectId' in entry ? entry.projectId : '');
    const words = `${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .capitalised */ .Iu)(why)}. ${what}`;
    const runs = runsOf(leftover);
    const items = runs.map((run) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .runLink */ .ut)(run)}`);
    const isOpen = mayBeActive(leftover);
    return {
        line: [words, ...runs.map(_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .addressOf */ .ci)].join(' '),
        /** A warning if a run may still be active. */
        level: isOpen ? 'warning' : 'notice',
        markdown: `${[`${isOpen ? '⚠️' : '🧹'} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .withLinks */ .q9)(words)}`, ...items].join('\n')}\n`,
    };
}
function runsOf(leftover) {
    if ('runs' in leftover)
        return leftover.runs;
    return 'run' in leftover ? [leftover.run] : [];
}
/** May a run of the leftover still be active? */
function mayBeActive(leftover) {
    if (leftover.kind === 'unclear')
        return leftover.runs.length > 0;
    return leftover.kind === 'cancelled' ? leftover.stop.kind !== 'ended' : leftover.kind === 'unseen';
}
/** What happened, in sentences. */
function wordsOf(leftover, projectId) {
    switch (leftover.kind) {
        case 'ended':
            return `Its run had already ended (${leftover.run.status}).`;
        case 'cancelled':
            return cancelWords(leftover);
        case 'unclear':
            return leftover.runs.length === 0
                ? `A run of project ${projectId} was about to start. No new run was found, so no run needs to be cancelled.`
                : `A run of project ${projectId} was starting. It may be one of these runs, which were not cancelled. Check them in Hex, and stop the run if this step started it.`;
        case 'unseen':
            return `A run of project ${projectId} was starting. It is not clear whether Hex created the run. Check the project's runs in Hex. ${leftover.trouble?.text ?? ''}`.trim();
    }
    return leftover;
}
function cancelWords(leftover) {
    const { run, stop, adopted } = leftover;
    const which = adopted
        ? "The project's only new run is assumed to be this step's run. It"
        : 'Its run';
    switch (stop.kind) {
        case 'ended':
            return `${which} was cancelled and ended with the status ${run.status}.`;
        case 'accepted':
            return `${which} is being cancelled and may still be running. Check the run in Hex.`;
        case 'failed':
            return `${which} could not be cancelled and may still be running. Stop the run in Hex. ${stop.trouble.text}`;
    }
    return stop;
}


/***/ }),

/***/ 2166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ finishAllLeftovers),
/* harmony export */   U: () => (/* binding */ shareMs)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8325);
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7314);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2353);
/* harmony import */ var _lookup_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3578);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5302);






/**
 * The runner kills everything 285 s after a job was cancelled (actions/runner, JobDispatcher.cs). Main's own cleanup and
 * the runner's work between steps take a part of that.
 */
const allMs = 270_000;
/** Enough for one cancel request and one status request, even if other post steps used the rest. */
const minMs = 5_000;
/**
 * The time for one post step, milliseconds: what is left of the job's time, divided among this post step and those after
 * it, which run one at a time.
 * @param passedMs since the first post step of the job began.
 * @param waiting number of later post steps that have something to clean up.
 */
function shareMs(passedMs, waiting) {
    return Math.max(minMs, (allMs - Math.max(0, passedMs)) / (waiting + 1));
}
/** Known runs are cancelled first; runs that may exist are searched for last. */
const order = { started: 0, cancelling: 1, intent: 2 };
/** Runs that are cleaned up at the same time. */
const maxAtOnce = 10;
/**
 * Cleans up everything that a killed main step left open, several runs at a time.
 * @param entries the last entry of each run's journal, including those with nothing to finish: a run that is known from
 *   one journal is not the lost run of another.
 * @param timeMs for all of them (`shareMs`).
 */
async function finishAllLeftovers(entries, world, timeMs = shareMs(0, 0)) {
    for (const entry of entries)
        if ('runId' in entry && entry.runId !== undefined)
            world.jobRuns.add(entry.runId);
    const { signal, forget } = (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .timeLimit */ .zc)(world.clock, timeMs, world.abort.timeOver('cancel'));
    const cleanup = {
        world,
        endAtMs: world.clock.now() + timeMs,
        signal,
        detachedProjects: new Set(entries.flatMap((entry) => entry.phase === 'detached' && entry.runId === undefined ? [entry.projectId] : [])),
        cancels: new Map(),
    };
    const open = entries.filter(_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .nT).sort((a, b) => order[a.phase] - order[b.phase]);
    const finished = await (0,_parallel_js__WEBPACK_IMPORTED_MODULE_5__/* .mapInParallel */ .H)(open, maxAtOnce, async (entry) => ({
        entry,
        leftover: await finishLeftover(entry, cleanup),
    }));
    forget();
    // For the post steps that come later. Two lost starts of this one may mean the same run, and then it is stopped for both.
    for (const { leftover } of finished)
        if (leftover.kind === 'cancelled' || leftover.kind === 'ended')
            world.jobRuns.add(leftover.run.runId);
    return finished;
}
/**
 * Cleans up one run: cancels it by its id, or searches for the run of a start without a response and cancels it if it is
 * the only candidate. Cancelling the wrong run is worse than leaving one behind, so anything less clear is only reported.
 */
async function finishLeftover(entry, cleanup) {
    if (entry.phase === 'intent')
        return finishLostStart(entry, cleanup);
    const { phase, projectId, ...run } = entry;
    const cancelled = await cancel(projectId, run, cleanup, phase === 'cancelling');
    // The cancel is sent without reading the status first, so the run may have ended by itself before it.
    return cancelled.stop.kind === 'ended' && cancelled.run.status !== 'KILLED'
        ? { kind: 'ended', run: cancelled.run }
        : { kind: 'cancelled', adopted: false, ...cancelled };
}
/** The part of the time that a search can use. The rest is for the cancel request. */
const searchPart = 5 / 8;
async function finishLostStart(intent, cleanup) {
    const { world, endAtMs, detachedProjects, cancels } = cleanup;
    const limitMs = Math.min(_lookup_js__WEBPACK_IMPORTED_MODULE_2__/* .searchMs */ .vB.post, (endAtMs - world.clock.now()) * searchPart);
    const lookup = await (0,_lookup_js__WEBPACK_IMPORTED_MODULE_2__/* .searchForRun */ .Xp)(intent, world, limitMs, world.abort.signal);
    if (lookup.kind !== 'one')
        return lookup;
    const { run } = lookup;
    if ((0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .hasEnded */ .hY)(run.status))
        return { kind: 'ended', run };
    if (detachedProjects.has(intent.projectId))
        return { kind: 'unclear', runs: [run] };
    const cancelling = cancels.get(run.runId) ?? cancel(intent.projectId, run, cleanup);
    cancels.set(run.runId, cancelling);
    return { kind: 'cancelled', adopted: true, ...(await cancelling) };
}
/**
 * Timeout of a request. The runner sends the post step no further signal, so it can wait for a slow response. A request
 * that is given up has often had its effect.
 */
const cleanupRequestTimeoutMs = 30_000;
/** @param wasAccepted Hex accepted main's cancel, so the run is watched, and cancelled again only if it continues. */
function cancel(projectId, run, { world, endAtMs, signal }, wasAccepted = false) {
    world.onEvent(wasAccepted
        ? {
            kind: 'note',
            text: 'Hex accepted the cancellation from the main step. Waiting for the run to end.',
        }
        : { kind: 'cancelling', runId: run.runId, why: 'abort' });
    return (0,_cancel_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelRun */ .S)(projectId, run, world, {
        endsAtMs: () => Math.min(endAtMs, world.abort.endsAtMs('cancel')),
        signal,
        timeoutMs: cleanupRequestTimeoutMs,
        wasAccepted,
    });
}


/***/ })

};

export const id = 69;
export const ids = [69];
export const modules = {

/***/ 8069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/hex/client.js
var client = __webpack_require__(7007);
// EXTERNAL MODULE: ./build/inputs/problems.js
var inputs_problems = __webpack_require__(6790);
// EXTERNAL MODULE: ./build/inputs/project-reference.js
var project_reference = __webpack_require__(5569);
// EXTERNAL MODULE: ./build/inputs/report-inputs.js
var report_inputs = __webpack_require__(8580);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/plain-text.js
var plain_text = __webpack_require__(8046);
// EXTERNAL MODULE: ./build/inputs/contract.js
var contract = __webpack_require__(5984);
// EXTERNAL MODULE: ./build/inputs/suggestion.js
var suggestion = __webpack_require__(4478);
;// CONCATENATED MODULE: ./build/inputs/notifications.js



const types = ['ALL', 'SUCCESS', 'FAILURE'];
const isText = (it) => (typeof it === 'string' ? undefined : 'must be text, in quotes');
const isTexts = (it) => Array.isArray(it) && it.every((entry) => typeof entry === 'string')
    ? undefined
    : 'must be a list of IDs, each in quotes';
/** The keys of RunProject's notifications, from Hex's OpenAPI document (mid-2026). */
const checks = {
    type: (it) => types.some((type) => type === it) ? undefined : `must be one of ${types.join(', ')}`,
    includeSuccessScreenshot: (it) => typeof it === 'boolean' ? undefined : 'must be true or false, without quotes',
    screenshotFormat: (it) => (it === 'png' || it === 'pdf' ? undefined : 'must be png or pdf'),
    slackChannelIds: isTexts,
    userIds: isTexts,
    groupIds: isTexts,
    subject: isText,
    body: isText,
};
/** Validates a list of notifications. Hex requires `includeSuccessScreenshot`, so it defaults to false here. */
function readNotifications(it) {
    if (!Array.isArray(it))
        (0,inputs_problems/* refuse */.TR)('Must be a list. Start each notification with "- type: ALL" (or SUCCESS or FAILURE).');
    const entries = it;
    const complaints = entries.map((entry, index) => complaintsAbout(entry, index + 1));
    const some = complaints.filter((each) => each.length > 0).map(inputs_problems/* someOf */.yU);
    if (some.length > 0)
        (0,inputs_problems/* refuse */.TR)((0,inputs_problems/* someOf */.yU)(some));
    return entries.map((entry) => ({ includeSuccessScreenshot: false, ...entry }));
}
function complaintsAbout(entry, number) {
    if (!(0,json/* isMapping */.pi)(entry))
        return [`Notification ${number} must be a mapping that contains 'type'.`];
    const untyped = Object.hasOwn(entry, 'type')
        ? []
        : [`Notification ${number} has no 'type'. Use one of ${types.join(', ')}.`];
    const others = Object.entries(entry).flatMap(([key, it]) => {
        const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
        if (check === undefined)
            return [`In notification ${number}, ${(0,suggestion/* unknownKey */.a)(key, Object.keys(checks))}`];
        const complaint = check(it);
        return complaint === undefined ? [] : [`In notification ${number}, '${key}' ${complaint}.`];
    });
    return [...untyped, ...others];
}

// EXTERNAL MODULE: ./build/inputs/reader.js
var inputs_reader = __webpack_require__(401);
// EXTERNAL MODULE: ./build/inputs/scalars.js
var scalars = __webpack_require__(3237);
;// CONCATENATED MODULE: ./build/inputs/one-run.js






/** The inputs about one run, in the order of `action.yml`, and whether each has an effect only on a run that is started. */
const configuresStart = {
    'project-id': false,
    'input-params': true,
    'view-id': true,
    'update-published-results': true,
    'use-cached-sql-results': true,
    notifications: true,
    'skip-if-newer-than': true,
    'dry-run': true,
    'run-id': false,
    'newer-than': false,
    'run-trigger': false,
    wait: false,
    timeout: false,
    'cancel-on-timeout': false,
    'poll-interval': false,
    'cancel-active': true,
    'max-attempts': true,
};
const oneRunInputs = Object.keys(configuresStart);
/** From the time of a few responses to the max duration of a job (5 days, self-hosted). */
const timeoutBounds = { minMs: 5_000, maxMs: 120 * 3_600_000 };
/** The rate limiter delays polls that are faster than Hex allows. Slower polls would report the end of a run late. */
const pollBounds = { minMs: 1_000, maxMs: 10 * 60_000 };
/** An ERRORED run is rarely fixed by an attempt, and each takes a kernel. */
const attemptsLimit = 10;
/** Reads the inputs of one run. Returns undefined and adds problems if an input is invalid. */
async function readOneRun(reader) {
    const { text, read, readOptional, readStructured } = reader;
    const project = readProject(reader);
    const isLatest = text('run-id').toLowerCase() === 'latest';
    const runId = isLatest ? undefined : readOptional('run-id', project_reference/* parseRunReference */.o_);
    const newerThanMs = readOptional('newer-than', scalars/* parseAge */.F1);
    const trigger = read('run-trigger', scalars/* parseTrigger */.uc);
    const skipIfNewerThanMs = readOptional('skip-if-newer-than', scalars/* parseAge */.F1);
    const inputParams = await readStructured('input-params', inputs_reader/* asMapping */.dw);
    const notifications = await readStructured('notifications', readNotifications);
    const viewId = text('view-id');
    const updatePublishedResults = read('update-published-results', scalars/* parseBoolean */.yG);
    const useCachedSqlResults = read('use-cached-sql-results', scalars/* parseBoolean */.yG);
    const dryRun = read('dry-run', scalars/* parseBoolean */.yG);
    const required = {
        project,
        wait: read('wait', scalars/* parseBoolean */.yG),
        cancelOnTimeout: read('cancel-on-timeout', scalars/* parseBoolean */.yG),
        cancelActive: read('cancel-active', scalars/* parseBoolean */.yG),
        timeoutMs: read('timeout', (it) => (0,scalars/* parseDuration */.E9)(it, timeoutBounds)),
    };
    const pollIntervalMs = readOptional('poll-interval', (it) => (0,scalars/* parseDuration */.E9)(it, pollBounds));
    const maxAttempts = read('max-attempts', (it) => (0,scalars/* parseInteger */.cG)(it, 1, attemptsLimit));
    // An invalid value still counts as set, so that one commit can fix both problems.
    if (text('run-id') === '')
        checkStart(reader, updatePublishedResults);
    else
        checkFollowing(reader);
    checkLatest(reader, isLatest);
    const valid = { ...required, maxAttempts };
    if (!(0,inputs_reader/* areValid */.HN)(valid))
        return undefined;
    const fields = { ...valid, ...(0,json/* withoutUndefined */.r$)({ skipIfNewerThanMs, pollIntervalMs }) };
    // A field that the plan does not have would be parsed and then ignored, so it is a compile error.
    fields;
    const runWith = (start) => Object.freeze({ ...fields, start: Object.freeze(start) });
    if (isLatest) {
        const choice = { newerThanMs, trigger };
        return (0,inputs_reader/* areValid */.HN)(choice) ? runWith({ kind: 'latest', choice }) : undefined;
    }
    if (runId !== undefined)
        return runWith({ kind: 'existing', runId });
    const settings = (0,json/* withoutUndefined */.r$)({
        inputParams,
        viewId: viewId || undefined,
        updatePublishedResults: updatePublishedResults || undefined,
        // Hex's default is true.
        useCachedSqlResults: useCachedSqlResults === false ? false : undefined,
        notifications,
        dryRun: dryRun || undefined,
    });
    // A field that `RunSettings` does not have would never reach Hex, so it is a compile error.
    settings;
    return runWith({ kind: 'new', settings: Object.freeze(settings) });
}
function readProject({ text, read, add }) {
    if (text('project-id') !== '')
        return read('project-id', project_reference/* parseProjectReference */.iJ);
    add('project-id', `Missing. Enter the project ID, or the URL of the project or app. ${project_reference/* emptyExpressionHint */.Pb}`);
    return undefined;
}
/** Hex refuses these combinations with a 422 (OpenAPI document), even an empty mapping with published results. */
function checkStart({ isSet, add, unsetInherited }, updatePublishedResults) {
    if (isSet('input-params') && isSet('view-id')) {
        add('view-id', "Cannot be combined with 'input-params', because a saved view sets the input parameters. Remove 'view-id' or 'input-params'.");
    }
    if (isSet('input-params') && updatePublishedResults === true) {
        add('update-published-results', `Cannot be combined with 'input-params', even if 'input-params' is an empty mapping, because published results use the default input parameters. ${unsetInherited?.('update-published-results') ?? 'Remove one of the two inputs.'}`);
    }
    if (isSet('skip-if-newer-than') && updatePublishedResults === false) {
        add('skip-if-newer-than', `Requires 'update-published-results: true', because the step checks when the published results were updated. ${unsetInherited?.('skip-if-newer-than') ?? ''}`.trim());
    }
}
/** `newer-than` and `run-trigger` apply to `run-id: latest` only. */
function checkLatest({ text, add, unsetInherited }, isLatest) {
    if (isLatest && text('newer-than') === '') {
        add('newer-than', 'Required with \'run-id: latest\', so that the step does not follow an old run. Enter the maximum age of the run, for example "2h".');
    }
    if (isLatest)
        return;
    for (const name of ['newer-than', 'run-trigger']) {
        if (text(name).toUpperCase() !== contract/* runInputDefaults */.ie[name])
            add(name, `Works only with 'run-id: latest'. ${unsetInherited?.(name) ?? 'Remove this input.'}`);
    }
}
/** For a run that already exists, inputs about a start would be silently ignored. */
function checkFollowing({ isSet, text, add, has, unsetInherited }) {
    // A mapping or a list has no text to compare with the default, which is empty.
    const isChanged = (name) => contract/* runInputDefaults */.ie[name] === ''
        ? isSet(name)
        : text(name).toLowerCase() !== contract/* runInputDefaults */.ie[name];
    for (const name of oneRunInputs) {
        if (configuresStart[name] && !has(name) && isChanged(name))
            add(name, `Cannot be combined with 'run-id', which follows an existing run. ${unsetInherited?.(name) ?? 'Remove this input.'}`);
    }
    if (text('wait').toLowerCase() === 'false')
        add('wait', `With 'run-id', the step always waits. ${unsetInherited?.('wait') ?? 'Remove this input.'}`);
}

;// CONCATENATED MODULE: ./build/inputs/run-inputs.js










/** A Hex user has 25 kernels (API overview). */
const parallelLimit = 25;
/** Reads all inputs of the run action. Throws one InputError that contains every problem. */
async function readRunInputs(inputText) {
    const reader = (0,inputs_reader/* openInputs */.AR)(inputText, contract/* runInputDefaults */.ie);
    const { isSet, read } = reader;
    const address = (0,inputs_reader/* readAddress */.zq)(reader);
    const runs = isSet('runs')
        ? await readRunList(inputText, reader)
        : [await readOneRun(reader)].filter((run) => run !== undefined);
    const others = {
        maxParallel: read('max-parallel', (it) => (0,scalars/* parseInteger */.cG)(it, 1, parallelLimit)),
        failFast: read('fail-fast', scalars/* parseBoolean */.yG),
        summary: read('summary', scalars/* parseBoolean */.yG),
        reports: (0,report_inputs/* readReportInputs */.gM)(reader),
    };
    (0,project_reference/* checkHosts */.GZ)(runs.map((run) => run.project), address.baseUrl, reader);
    return Object.freeze((0,inputs_reader/* validOrThrow */.oJ)({ ...address, runs, ...others }, reader));
}
/** Inputs about one project, which can't be defaults for several runs. */
const ownOnly = ['project-id', 'run-id', 'input-params', 'view-id'];
/**
 * Reads the `runs` input, a list in YAML or JSON. Each entry is a mapping with `name`, `project-id`, and any input of a
 * run. The action's own inputs are the defaults. Problems name the run they are about.
 */
async function readRunList(inputText, reader) {
    for (const name of ownOnly) {
        if (reader.isSet(name))
            reader.add(name, "Applies to a single run. Move this input to the entries in 'runs'.");
    }
    const complain = (message) => reader.add('runs', message);
    // Numbers in entries are names, ids, and durations: `name: 3.10` is "3.10".
    const entries = await reader.readStructured('runs', asEntries, { textDepth: 2 });
    const names = new Map();
    const runs = [];
    for (const [index, entry] of (entries ?? []).entries()) {
        if (!(0,json/* isMapping */.pi)(entry)) {
            complain(`Run ${index + 1} must be a mapping. Enter "project-id: …" and the other inputs of the run.`);
            continue;
        }
        const run = await readEntry(entry, index, inputText, reader);
        if (run === undefined)
            continue;
        const sameBefore = names.get(run.name) ?? 0;
        if (sameBefore === 1)
            complain(`Several runs are named ${(0,inputs_problems/* named */.KT)(run.name)}. Give each run a different 'name'.`);
        names.set(run.name, sameBefore + 1);
        runs.push(run);
    }
    return runs;
}
function asEntries(it) {
    if (!Array.isArray(it) || it.length === 0)
        (0,inputs_problems/* refuse */.TR)('Must be a list of runs. Start each entry with "- project-id: …".');
    const entries = it;
    return entries.length <= contract/* maxRuns */.tx
        ? entries
        : (0,inputs_problems/* refuse */.TR)(`Lists ${entries.length} runs. The limit is ${contract/* maxRuns */.tx}. Split the runs across several steps.`);
}
async function readEntry(entry, index, inputText, problems) {
    const name = nameOf(entry, index);
    const own = ownProblems(entry, problems);
    const known = ['name', ...oneRunInputs];
    for (const key of Object.keys(entry)) {
        if (!known.includes(key))
            own.add(key, (0,suggestion/* unknownKey */.a)(key, known));
    }
    if (entry['name'] !== undefined && !(0,json/* isScalar */.jn)(entry['name']))
        own.add('name', inputs_reader/* notSingle */.wi);
    // What the entry does not set is the action's own input.
    const inherited = (input) => isOfEntry(entry, input) ? undefined : (0,inputs_reader/* setText */.c3)(inputText, input);
    const run = await readOneRun({
        ...(0,inputs_reader/* inputReader */.cN)((input) => entry[input] ?? inherited(input), contract/* runInputDefaults */.ie, own),
        unsetInherited: (input) => inherited(input) === undefined
            ? undefined
            : `This entry inherits the input from the step. To override it, set the input in the entry to ${contract/* runInputDefaults */.ie[input] || '""'}.`,
    });
    // A value that is read twice adds its problem twice.
    const messages = new Set(own.all.map(({ input, message }) => `'${input}': ${message}`));
    for (const message of messages)
        problems.add('runs', `In ${(0,inputs_problems/* named */.KT)(name)}, ${message}`);
    return run === undefined || own.all.length > 0 ? undefined : { ...run, name };
}
/**
 * The problems of one entry. If an input that the entry inherits from the step is invalid, that is the step's problem and
 * is reported once, not for every run.
 */
function ownProblems(entry, step) {
    const own = (0,inputs_reader/* collectProblems */.vX)();
    return {
        ...own,
        take: (input, parse) => (0,inputs_problems/* parsedOr */.F4)(parse, (message) => {
            if (isOfEntry(entry, input))
                own.add(input, message);
            else if (!step.has(input))
                step.add(input, message);
            return undefined;
        }),
    };
}
/** Names are shown in log lines and tables. */
const maxName = 100;
/** The entry's name, or else its project, or else its index. A name can look like a number: `name: 2026`. */
function nameOf(entry, index) {
    const name = (0,json/* isScalar */.jn)(entry['name']) ? String(entry['name']).trim() : '';
    if (name !== '')
        return (0,plain_text/* firstCharacters */.DR)(name, maxName);
    const project = entry['project-id'];
    return typeof project === 'string' ? (0,plain_text/* firstCharacters */.DR)(project, maxName) : `run ${index + 1}`;
}
/** Does the entry set the input, or could only an entry set it? Otherwise, the step's input is its default. */
function isOfEntry(entry, input) {
    return Object.hasOwn(entry, input) || ownOnly.includes(input);
}

// EXTERNAL MODULE: ./build/cancel/outcome.js
var cancel_outcome = __webpack_require__(4439);
// EXTERNAL MODULE: ./build/run/outcome.js
var run_outcome = __webpack_require__(5302);
// EXTERNAL MODULE: ./build/report/overview.js
var overview = __webpack_require__(7108);
// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(7342);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/report/outputs.js






/** One run in the `results` output. A fact that is not known is null. */
function resultOf(outcome) {
    const { run } = outcome;
    const tookMs = (0,verdict/* runDurationMs */.sW)(outcome);
    return {
        name: outcome.name ?? null,
        project_id: outcome.projectId || null,
        project_title: outcome.projectTitle ?? null,
        project_version: run?.projectVersion ?? null,
        run_id: run?.runId ?? null,
        run_url: run?.runUrl ?? null,
        status: run?.status || null,
        conclusion: outcome.conclusion,
        reason: outcome.reason,
        attempt: outcome.attempt,
        trace_id: run?.traceId ?? outcome.trouble?.traceId ?? null,
        start_time: run?.startTime ?? null,
        end_time: run?.endTime ?? null,
        elapsed_seconds: tookMs === undefined ? null : Math.round(tookMs / 100) / 10,
        // What `cancel-active` did; null if it was not set, or the step did not get that far.
        cancelled_runs: outcome.cleared
            ?.slice(0, maxCancelled)
            .map(({ run, result }) => ({ ...(0,cancel_outcome/* cancelledRun */.$b)(run), result })) ?? null,
    };
}
/** GitHub limits an output to 1 MB (as UTF-16), and up to 2,000 runs can be cancelled. 500 take about 300 KB. */
const maxCancelled = 500;
/** The list of all runs, and the single outputs, which are those of the leading outcome. */
function outputsOf(outcomes) {
    const leading = (0,run_outcome/* leadingOutcome */.pD)(outcomes);
    if (leading === undefined)
        return { results: '[]' };
    const facts = resultOf(leading);
    const textOf = (name) => String(facts[name.replaceAll('-', '_')] ?? '');
    return {
        ...Object.fromEntries(leadingNames.map((name) => [name, textOf(name)])),
        results: JSON.stringify(outcomes.map(resultOf)),
    };
}
/** The other outputs are not about one run. */
const leadingNames = contract/* runOutputNames */.JK.filter((name) => name !== 'chart-paths' && name !== 'results');
/**
 * The annotations of all outcomes, of each level at most as many as GitHub shows. Runs that were cancelled share one:
 * they have a common cause, and each would take the place of one that says more.
 *
 * The log shows the message without the title, so the message stands alone.
 */
function annotationsOf(outcomes) {
    const cancelled = outcomes.filter(({ conclusion }) => conclusion === 'cancelled');
    const isShared = cancelled.length > 1;
    const own = (0,overview/* failedFirst */.Yk)(outcomes).filter(({ conclusion }) => !(isShared && conclusion === 'cancelled'));
    return [
        ...annotationsAt('error', own, words/* maxAnnotations */.Z6),
        ...annotationsAt('warning', own, isShared ? words/* maxAnnotations */.Z6 - 1 : words/* maxAnnotations */.Z6),
        ...annotationsAt('notice', own, words/* maxAnnotations */.Z6),
        ...(isShared ? [cancelledAnnotation(cancelled)] : []),
    ];
}
/** The level of an outcome's annotation; undefined if there is nothing to report. */
function levelOf(outcome) {
    const { conclusion, reason, adopted } = outcome;
    if ((0,run_outcome/* hasFailedItself */.BQ)(outcome))
        return 'error';
    // Users who stop a step know why. That another run failed is new to them.
    if (conclusion === 'cancelled')
        return reason === 'fail_fast' ? 'warning' : 'notice';
    return adopted ? 'warning' : undefined;
}
/** An annotation for each outcome of this level. If there are more than `max`, the last one has all that remain. */
function annotationsAt(level, outcomes, max) {
    return (0,words/* annotationsWithin */.cK)(max, outcomes.filter((outcome) => levelOf(outcome) === level).map(lineOf), (line) => (0,words/* annotation */.w7)(level, 'Hex run', line), (rest) => (0,words/* annotation */.w7)(level, 'Hex runs', `${rest.length} more runs:`, ...rest));
}
/** Runs named in the annotation of all cancelled runs. */
const maxNames = 5;
/** One for all runs that were cancelled: how many, and the first ones with what is known about their end. */
function cancelledAnnotation(outcomes) {
    const open = outcomes.filter(({ stop }) => stop !== undefined && stop.kind !== 'ended');
    // A run that may still be active needs a check by the user, so it is always named.
    const named = [...new Set([...open, ...outcomes])].slice(0, Math.max(maxNames, open.length));
    const rest = outcomes.length - named.length;
    return (0,words/* annotation */.w7)(outcomes.some((outcome) => levelOf(outcome) === 'warning') ? 'warning' : 'notice', 'Hex runs', `${outcomes.length} runs were cancelled:`, ...named.map(lineOf), ...(rest > 0 ? [`and ${rest} more.`] : []));
}
/** The verdict, with the run's name in `runs`. */
function lineOf(outcome) {
    const { name } = outcome;
    return `${name === undefined ? '' : `[${name}] `}${(0,verdict/* verdictLine */.MT)(outcome)}`;
}
/** The last lines of the log: the verdicts without an annotation, and the headline of several runs. */
function closingLines(outcomes) {
    const lines = outcomes.filter((outcome) => levelOf(outcome) === undefined).map(lineOf);
    return outcomes.length > 1 ? [...lines, `${(0,overview/* severalHeadline */.PQ)(outcomes)}.`] : lines;
}
/** The known facts of an outcome as names and plain texts, for the folded parts of reports: what Hex's support needs. */
function detailsOf({ run, ...outcome }) {
    const { conclusion, reason, projectTitle, projectId, attempt, trouble, tookMs } = outcome;
    const facts = [
        ['conclusion', conclusion === reason ? reason : `${conclusion} (${reason})`],
        ['project', projectTitle === undefined ? projectId : `${projectTitle}, ${projectId}`],
        ['version', run?.projectVersion],
        ['run', run?.runId],
        ['URL', run?.runUrl],
        ['status', run?.status],
        ['started', (0,words/* utcSecond */.Hn)(run?.startTime)],
        ['ended', (0,words/* utcSecond */.Hn)(run?.endTime)],
        ['attempt', attempt > 0 ? String(attempt) : undefined],
        ['trace ID', run?.traceId ?? trouble?.traceId],
        ['this step', (0,words/* durationInWords */.ji)(tookMs)],
    ];
    return facts.flatMap(([name, text]) => (text ? [[name, text]] : []));
}

// EXTERNAL MODULE: ./build/report/progress.js
var progress = __webpack_require__(5364);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(4902);
;// CONCATENATED MODULE: ./build/report/summary.js








/**
 * The job summary of one run in Markdown: the result, what to do, pictures, facts.
 * @param waited what the run waited for, in one sentence; see createWaits.
 */
function summaryOf(outcome, settings, pictures = [], waited = '') {
    return (0,markdown/* summaryPage */.qe)((0,markdown/* heading */.R_)(overview/* icons */.Pt[outcome.conclusion], (0,verdict/* verdictOf */.Vj)(outcome).headline), (0,overview/* runLead */.W0)(outcome), (0,overview/* pictureSection */.I5)(pictures), (0,markdown/* factRow */.rb)([...(0,overview/* runFacts */.pI)(outcome), ...settingFacts(outcome, settings)]), waited && `⏳ ${waited}`, clearedList([outcome]), (0,markdown/* folded */.TM)('Details', outcome.reason === 'invalid_input' ? '' : detailTable(outcome)));
}
function detailTable(outcome) {
    const facts = detailsOf(outcome).map(([name, text]) => [(0,words/* capitalised */.Iu)(name), (0,markdown/* withLinks */.q9)(text)]);
    return (0,markdown/* table */.tp)(['', ''], facts.filter(([, value]) => value !== ''));
}
/** The job summary of several runs: the result, what to do if one failed, a row for each, pictures, a timeline. */
function severalSummaryOf(outcomes, pictures = []) {
    return (0,markdown/* summaryPage */.qe)((0,markdown/* heading */.R_)(overview/* icons */.Pt[(0,run_outcome/* leadingOutcome */.pD)(outcomes)?.conclusion ?? 'success'], (0,overview/* severalHeadline */.PQ)(outcomes)), (0,overview/* severalAdvice */.ZL)(outcomes), (0,overview/* severalTable */.XB)(outcomes), clearedList(outcomes), (0,overview/* pictureSection */.I5)(pictures), timelineOf(outcomes));
}
function settingFacts({ conclusion }, { parameterNames, viewId, updatesPublishedResults, usesSqlCache }) {
    const updates = updatesPublishedResults && conclusion !== 'skipped';
    const updateWords = conclusion === 'success' ? 'updated by this run' : 'update requested';
    return [
        [
            'Parameters',
            viewId === undefined
                ? parameterList(parameterNames)
                : `from the saved view ${(0,markdown/* code */.aY)((0,plain_text/* firstCharacters */.DR)(viewId, 100))}`,
        ],
        ['Published results', updates ? updateWords : ''],
        ['SQL cache', usesSqlCache ? '' : 'not used'],
    ];
}
/** Max names in the table's cell. */
const maxParameters = 50;
function parameterList(names) {
    const shown = names
        .slice(0, maxParameters)
        .map((name) => (0,markdown/* code */.aY)((0,plain_text/* firstCharacters */.DR)(name, 100)) || '(blank)');
    const rest = names.length - shown.length;
    return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
/** Max runs in the list, to keep it readable. The `results` output contains up to 500. */
const maxCleared = 20;
/** The runs that `cancel-active` chose, each with its result, as a Markdown list; '' if there are none. */
function clearedList(outcomes) {
    const runs = outcomes.flatMap(({ cleared = [] }) => cleared);
    if (runs.length === 0)
        return '';
    const lines = runs
        .slice(0, maxCleared)
        .map((each) => `- ${(0,markdown/* runLink */.ut)(each.run)} ${(0,markdown/* escapeMarkdown */.FV)((0,cancel_outcome/* originAndResult */.Dj)(each))}`);
    const rest = runs.length - lines.length;
    return [
        `Other active runs that ${(0,markdown/* code */.aY)('cancel-active')} found:`,
        '',
        ...lines,
        ...(rest > 0 ? [`- and ${rest} more (see the ${(0,markdown/* code */.aY)('results')} output)`] : []),
    ].join('\n');
}
/** Max bars: more are too thin to tell apart. Mermaid's own limit is 50,000 characters (`maxTextSize`). */
const maxBars = 60;
/**
 * When the runs were active, as a Mermaid chart that GitHub draws; '' if the times of fewer than two are known. It follows
 * a table with the same facts, because e-mails and GitHub's mobile app do not draw it.
 */
function timelineOf(outcomes) {
    const bars = outcomes.flatMap(({ run, name, projectId, conclusion }, index) => {
        const startMs = Date.parse(run?.startTime ?? '');
        const endMs = Date.parse(run?.endTime ?? '');
        if (!(endMs >= startMs))
            return [];
        const tag = barTags[conclusion] ?? '';
        // A bar without a length is not drawn.
        const times = `${startMs}, ${Math.max(endMs, startMs + 1_000)}`;
        return [`  ${barLabel(name ?? projectId)} :${tag}r${index}, ${times}`];
    });
    if (bars.length < 2)
        return '';
    const lines = [
        '```mermaid',
        'gantt',
        '  dateFormat x',
        '  axisFormat %H:%M:%S',
        ...bars.slice(0, maxBars),
        '```',
    ];
    const hidden = bars.length - maxBars;
    if (hidden > 0)
        lines.push('', `Runs not shown: ${hidden}.`);
    return (0,markdown/* folded */.TM)('Timeline', lines.join('\n'));
}
/** Mermaid's tags of tasks, which set the bar's color. */
const barTags = {
    success: 'done, ',
    failure: 'crit, ',
    timed_out: 'crit, ',
    cancelled: 'active, ',
};
/** Mermaid can't quote a task's name, so characters with a meaning in Mermaid or Markdown are left out. */
function barLabel(name) {
    const plain = name
        .replace(/[^\p{L}\p{N} ._()/-]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    // A line that starts with a keyword of Mermaid would be read as one.
    return `Run ${(0,plain_text/* shortened */.vI)(plain, 40)}`.trim();
}

// EXTERNAL MODULE: ./build/run/job-runs.js
var job_runs = __webpack_require__(8236);
// EXTERNAL MODULE: ./build/run/journal.js
var run_journal = __webpack_require__(2353);
// EXTERNAL MODULE: ./build/parallel.js
var parallel = __webpack_require__(8325);
// EXTERNAL MODULE: ./build/run/abort.js
var run_abort = __webpack_require__(488);
// EXTERNAL MODULE: ./build/run/ends.js
var ends = __webpack_require__(1998);
// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/run/calls.js
var calls = __webpack_require__(1883);
// EXTERNAL MODULE: ./build/run/cancel.js
var cancel = __webpack_require__(7314);
// EXTERNAL MODULE: ./build/hex/errors.js
var errors = __webpack_require__(4027);
// EXTERNAL MODULE: ./build/hex/retry.js
var retry = __webpack_require__(3380);
;// CONCATENATED MODULE: ./build/run/next-poll.js
/**
 * Without a history, the wait depends on the run's age. How many jobs share the token is unknown. If four jobs with runs
 * of 30 s share 30 requests per minute and spend 8 of them before their starts, each job has 5 status requests left. The
 * intervals up to an age of 36 s are made for that (`bench/fleet.ts`). After that, the end of a run is noticed 2.5 s late
 * on average, and later 3.5 s late.
 */
const firstMs = 5_000;
const youngMaxMs = 6_800;
const youngBaseMs = 8_500;
const youngShare = 0.1;
const minMs = 4_500;
const maxMs = 6_300;
const ageShare = 0.04;
/** A job that has the quota to itself, as far as responses show, sends up to 20 status requests in its first minute. */
const aloneFirstMs = 1_200;
const aloneNextMs = 2_900;
/**
 * While the quota is scarce, a run is polled less often than by a plain poller (Kestra polls every 5 s), and an old run
 * less often than a young one, so that the requests of a window last longer (docs/performance.md). Longer than about 9.5 s,
 * and twelve jobs of a minute end later than plain pollers (`test/run/fleet.test.ts`).
 */
const scarceMinMs = 9_000;
const scarceMaxMs = 17_000;
const scarceAgeShare = 0.05;
/** Projects that one process follows take turns at this pace: Hex's API reference allowed 30 requests per minute. */
const documentedPaceMs = 2_000;
/**
 * That pace begins this long after the step does. Until then, it makes no poll wait for more than 6 s, even if that
 * uses up the first window and the beginning of the next: ten runs of a minute have then all ended after 73 s (plain
 * pollers: 72 s). If the pace applied from the beginning, it would take 80 s (`bench/fleet.ts`).
 */
const unpacedMs = 90_000;
const unpacedMaxMs = 6_000;
/** Shortest interval while the run is expected to end. The expected end is not known more precisely than this. */
const sharpestMs = 2_000;
/** Longest interval of a young run during that time. On average, its end is noticed half of this late. */
const watchMs = 4_000;
/**
 * Long before the expected end, polls only detect an early failure and show in the log that the step is active. There is
 * one per third of the time until the earliest expected end, within these bounds.
 */
const looksBefore = 3;
const minLookMs = 20_000;
const maxLookMs = 60_000;
/**
 * When to poll next, in milliseconds from now. If recent runs show when this one may end, it is polled evenly during that
 * time, and at least once a minute before it. If they don't, or the run has outlived them all, the run's age decides. A
 * scarce quota lengthens both kinds of waits.
 */
function nextPollMs(waited) {
    const { elapsedMs, typical, fixedMs } = waited;
    if (fixedMs !== undefined)
        return fixedMs;
    const allowedMs = minWaitMs(waited);
    const byAgeMs = Math.max(allowedMs, waitByAgeMs(waited));
    if (typical === undefined)
        return byAgeMs;
    const evenMs = Math.max(allowedMs, clamp(elapsedMs * ageShare, watchMs, maxMs));
    return byHistoryMs(waited, typical, evenMs) ?? byAgeMs;
}
/** The shortest wait that the quota allows, as far as it is known. */
function minWaitMs({ elapsedMs, stepMs, isScarce, followed }) {
    // The process knows from the start how many projects it follows.
    const ownMs = followed > 1 ? documentedPaceMs * followed : 0;
    const ownMinMs = stepMs < unpacedMs ? Math.min(ownMs, unpacedMaxMs) : ownMs;
    return Math.max(ownMinMs, isScarce ? clamp(elapsedMs * scarceAgeShare, scarceMinMs, scarceMaxMs) : 0);
}
function waitByAgeMs({ elapsedMs, isAlone }) {
    if (isAlone && elapsedMs < 31_000)
        return elapsedMs < 10_000 ? aloneFirstMs : aloneNextMs;
    // A job that seemed to be alone for a moment polls when the others do.
    if (!isAlone && elapsedMs < firstMs)
        return elapsedMs < 1_000 ? firstMs : firstMs + youngMaxMs - elapsedMs;
    const youngMs = Math.min(youngMaxMs, youngBaseMs - elapsedMs * youngShare);
    return Math.max(isAlone ? 0 : youngMs, clamp(elapsedMs * ageShare, minMs, maxMs));
}
/**
 * The wait that recent runs suggest; undefined if this run has outlived them.
 * @param evenMs longest interval between two polls while the run is expected to end.
 */
function byHistoryMs(waited, { earliestMs, latestMs, pendingMs }, evenMs) {
    const { elapsedMs, runningMs: knownRunningMs } = waited;
    // A PENDING run may leave PENDING at any moment, but no sooner than others did. Until then, this is below 0.
    const runningMs = knownRunningMs ?? Math.min(0, elapsedMs - pendingMs);
    const rangeMs = latestMs - earliestMs;
    // The range is divided evenly, so that the last poll is at its end.
    const polls = Math.max(1, Math.ceil(rangeMs / evenMs));
    const spacingMs = Math.max(sharpestMs, minWaitMs(waited), rangeMs / polls);
    // At the very beginning of the range, almost no run has ended yet.
    const untilWatchMs = earliestMs + spacingMs - runningMs;
    if (untilWatchMs > spacingMs) {
        const lookMs = clamp(earliestMs / looksBefore, minLookMs, maxLookMs);
        // A poll shortly before the first one in the range would be wasted.
        return untilWatchMs < lookMs * 1.5 ? untilWatchMs : lookMs;
    }
    return runningMs < latestMs ? spacingMs : undefined;
}
function clamp(value, low, high) {
    return Math.min(Math.max(value, low), high);
}

;// CONCATENATED MODULE: ./build/run/plan.js
/**
 * How long each part can take after `timeout`, in milliseconds. For main, the life of a run ends at most 75 s
 * after its deadline (`poll` and `cancel`, and one request that is on its way then), and at most 150 s if the response
 * to the start was still out at the deadline (`search`, 12 s for the last search, `poll` and `cancel`).
 */
const afterDeadlineMs = {
    /** The response to a start that is on its way names the run, so it is waited for so long after the deadline. */
    start: 15_000,
    /** The last search for a run whose start got no response begins at most this long after the deadline. */
    search: 62_000,
    /** All status requests between the deadline, or the moment a later run is known, and the cancel request. */
    poll: 10_000,
    /** The cancel request, and the status requests that confirm it. */
    cancel: 60_000,
};
/** A life at its beginning. */
function newLife(plan, world, over) {
    return { plan, world, over, learned: {}, attempt: 0, adopted: false, earlierRuns: [] };
}

;// CONCATENATED MODULE: ./build/run/follow.js








/** A status that can't be read says nothing about the run, so only a long outage ends the wait. */
const outagePatienceMs = 10 * 60_000;
/** A clear refusal can still be temporary: a run that Hex does not show yet, a token that is being renewed. */
const refusalPatienceMs = 60_000;
/** A run that another job just started shows within seconds. If Hex still does not know it, the id is wrong. */
const unseenPatienceMs = 10_000;
/** A status request that takes longer is better retried. */
const pollTimeoutMs = 30_000;
/**
 * Asks for the run's status until it has ended, the deadline, the abort, or too long an outage. The last request, at the
 * deadline, is skipped while a 429 asks to wait.
 */
async function followRun(life) {
    const endPolling = life.world.jobRuns.beginPolling(life.plan.projectId);
    try {
        return await untilEnded(life);
    }
    finally {
        endPolling();
    }
}
async function untilEnded(life) {
    const { plan, world } = life;
    const { clock, abort } = world;
    const startedAtMs = clock.now();
    const untilMs = Math.max(plan.deadlineAtMs, startedAtMs) + afterDeadlineMs.poll;
    // A run that something else started may have ended already.
    let waitMs = plan.start.kind === 'new' ? nextPollInMs(life, 0) : 0;
    let run = life.run;
    let outage;
    let error;
    for (;;) {
        await (0,build_clock/* sleep */.yy)(clock, Math.min(waitMs, plan.deadlineAtMs - clock.now()), abort.signal);
        if (abort.signal.aborted)
            return { kind: 'abort', run };
        const isFinal = clock.now() >= plan.deadlineAtMs;
        const poll = await pollInTime(life, isFinal, untilMs);
        if (poll instanceof errors/* HexError */._W)
            error = poll;
        else if (poll !== undefined) {
            const seen = { ...run, ...poll };
            run = seen;
            outage = undefined;
            error = undefined;
            world.onEvent({ kind: 'polled', run: seen });
            if ((0,run_outcome/* hasEnded */.hY)(run.status))
                return { kind: 'ended', run };
        }
        if (abort.signal.aborted)
            return { kind: 'abort', run };
        if (isFinal)
            return { kind: 'timeout', run, ...(0,json/* withoutUndefined */.r$)({ error }) };
        // The limiter has no room for another poll before the one at the deadline.
        if (poll === undefined)
            waitMs = plan.deadlineAtMs - clock.now();
        else if (!(poll instanceof errors/* HexError */._W))
            waitMs = nextPollInMs({ ...life, run }, clock.now() - startedAtMs);
        else {
            const { failure } = poll;
            outage = longer(outage, failure, clock.now());
            const forMs = clock.now() - outage.sinceMs;
            world.onEvent({ kind: 'poll-failed', trouble: (0,calls/* troubleOf */.LH)(poll), forMs });
            const isUnseen = plan.start.kind !== 'new' && run.status === undefined;
            if (isTooLong(outage, isUnseen ? unseenPatienceMs : refusalPatienceMs, clock.now())) {
                return { kind: 'lost-contact', run, error: poll };
            }
            waitMs = (0,retry/* namesNoWait */.LV)(failure) ? 0 : (0,retry/* retryWaitMs */.Ko)(failure, outage.tries, world.random());
        }
    }
}
/**
 * One poll, given up at `untilMs`: runs share polls, so a run with a later deadline may have sent the request.
 * @returns undefined if the rate limit leaves no room for it before the deadline, so only the last poll, at the deadline,
 *   can follow; for the last poll, undefined also means that it was not sent or took too long.
 */
async function pollInTime({ plan, run, world: { hex, clock, abort } }, isFinal, untilMs) {
    const leftMs = untilMs - clock.now();
    if (leftMs <= 0)
        return undefined;
    const poll = async () => {
        try {
            return await hex.getRunStatus(plan.projectId, run.runId, {
                signal: abort.signal,
                timeoutMs: Math.min(pollTimeoutMs, leftMs),
                urgent: isFinal,
                notAfterMs: isFinal ? clock.now() : plan.deadlineAtMs,
            });
        }
        catch (thrown) {
            const error = (0,calls/* hexErrorOf */.Ld)(thrown);
            return (0,retry/* isOverLimit */.kM)(error.failure) ? undefined : error;
        }
    };
    // A little later than the request's own timeout, whose error says more.
    return (0,build_clock/* inTime */.RN)(clock, leftMs + 100, poll(), () => undefined);
}
function longer(outage, failure, nowMs) {
    return {
        // A rate limit shows that Hex is up, and says nothing about the run.
        sinceMs: (0,retry/* isRateLimit */.a5)(failure) ? nowMs : (outage?.sinceMs ?? nowMs),
        tries: (outage?.tries ?? 0) + 1,
        refusedSinceMs: isRefusal(failure) ? (outage?.refusedSinceMs ?? nowMs) : undefined,
    };
}
function isTooLong(outage, refusedMs, nowMs) {
    const refusedForMs = nowMs - (outage.refusedSinceMs ?? nowMs);
    return refusedForMs >= refusedMs || nowMs - outage.sinceMs >= outagePatienceMs;
}
function isRefusal(failure) {
    // Other statuses that Hex did not write are treated like a 5xx: they may pass.
    return (0,retry/* isClientRefusal */.mt)(failure) && !(0,retry/* mayHaveHappened */.dk)(failure);
}
/**
 * Hex itself says that there is no such run, or that the token has no access to it. Its OpenAPI document lists 400, 403,
 * and 422 for that, and its overview page 404. A 401 is about the token, and a web page is not from Hex.
 */
function isHidden(failure) {
    return (failure?.kind === 'refused' && failure.hexOwn && [400, 403, 404, 422].includes(failure.status));
}
/**
 * When to poll next, milliseconds from now.
 * @param elapsedMs since Hex accepted the start, or since we began to follow.
 */
function nextPollInMs({ plan, run, world, learned }, elapsedMs) {
    const { hex, clock, jobRuns } = world;
    return nextPollMs({
        elapsedMs,
        stepMs: clock.now() - plan.beganAtMs,
        runningMs: runningMs(run, hex.serverNow()?.latestMs, elapsedMs),
        isScarce: hex.calmInMs() > 0,
        isAlone: hex.isAlone(),
        followed: jobRuns.polledProjects(),
        ...(0,json/* withoutUndefined */.r$)({ typical: learned.typical, fixedMs: plan.pollIntervalMs }),
    });
}
/** Time since the run left PENDING, by Hex's clock if known; undefined if it is not known to have left it. */
function runningMs({ status, startTime = '' }, serverNowMs, elapsedMs) {
    if (status === undefined || status === 'PENDING')
        return undefined;
    const startedAtMs = Date.parse(startTime);
    if (serverNowMs === undefined || Number.isNaN(startedAtMs))
        return elapsedMs;
    return Math.max(0, serverNowMs - startedAtMs);
}

// EXTERNAL MODULE: ./build/hex/wire.js
var wire = __webpack_require__(7925);
// EXTERNAL MODULE: ./build/run/recent-runs.js
var recent_runs = __webpack_require__(2097);
;// CONCATENATED MODULE: ./build/run/newest-run.js









/** Max pages of a list that is not newest first. A project with more runs is rare, and each page costs a request. */
const maxPages = 10;
/** A list of many pages is read less often: no more requests than a plain poller sends (Kestra's 5 s). */
const pageMs = 5_000;
/** A list that takes longer is better retried. */
const listTimeoutMs = 30_000;
/**
 * Finds the newest run of the project, whoever started it, that is new enough; waits for one until the deadline. An
 * active run of unknown age may be the newest, so it is waited for until it has a time, and nothing older is chosen.
 */
async function findNewestRun(choice, life) {
    const { plan, world } = life;
    const { clock, abort } = world;
    let isAnnounced = false;
    let lastTrouble;
    for (;;) {
        const isFinal = clock.now() >= plan.deadlineAtMs;
        const list = await listUntilClear(choice, plan, world, isFinal);
        if (abort.signal.aborted)
            return (0,ends/* end */._N)(life, 'cancelled', 'aborted');
        let waitMs;
        if ('error' in list) {
            const { failure } = list.error;
            const trouble = (0,calls/* troubleOf */.LH)(list.error);
            // If a rate limit prevents the last request, the error that came before says more.
            if (clock.now() >= plan.deadlineAtMs)
                return (0,ends/* end */._N)(life, 'timed_out', 'no_new_run', { trouble: lastTrouble ?? trouble });
            if (!list.isPassing)
                return (0,ends/* end */._N)(life, 'failure', isHidden(failure) ? 'run_not_found' : 'lost_contact', {
                    trouble,
                });
            lastTrouble = trouble;
            // After a failure that waiting could cure, there is no time for another try but the last one.
            waitMs = plan.deadlineAtMs - clock.now();
        }
        else if (!list.isComplete) {
            return (0,ends/* end */._N)(life, 'failure', 'newest_unknown', {
                detail: `The project has more than ${maxPages * recent_runs/* maxPageSize */.Nt} runs, and Hex does not list them newest first, so the newest run cannot be identified. Set 'run-id' to the run's ID instead.`,
            });
        }
        else {
            const { undated, newest } = newestOf(list.runs, choice.trigger);
            const isNewEnough = newest !== undefined && newest.atMs >= cutoffMs(choice, plan, world);
            if (undated === undefined && isNewEnough)
                return { run: newest.run, runs: list.runs };
            if (isFinal)
                return (0,ends/* end */._N)(life, 'timed_out', 'no_new_run', { detail: whyNone(list.runs, undated) });
            if (!isAnnounced) {
                isAnnounced = true;
                const waitedFor = undated === undefined ? 'a run that is recent enough' : `run ${undated.runId} to start`;
                world.onEvent({ kind: 'note', text: `Waiting for ${waitedFor}.` });
            }
            const byAgeMs = Math.min(Math.max((clock.now() - plan.beganAtMs) / 20, 10_000), 30_000);
            waitMs = plan.pollIntervalMs ?? Math.max(list.pages * pageMs, byAgeMs);
        }
        await (0,build_clock/* sleep */.yy)(clock, Math.min(waitMs, plan.deadlineAtMs - clock.now()), abort.signal);
    }
}
/** The start of the time in which the run must have started, by Hex's clock where Hex reports it. */
function cutoffMs({ newerThanMs }, plan, { hex, clock }) {
    const nowMs = clock.now();
    // The earlier bound: a second too generous, never one too strict.
    const aheadMs = (hex.serverNow()?.earliestMs ?? nowMs) - nowMs;
    return plan.beganAtMs + aheadMs - newerThanMs;
}
function newestOf(runs, trigger) {
    let newest;
    let undated;
    for (const run of runs) {
        if (!(0,wire/* hasTrigger */.vl)(run, trigger))
            continue;
        const atMs = (0,wire/* timeOf */.nR)(run);
        if (atMs === undefined)
            undated = (0,run_outcome/* hasEnded */.hY)(run.status) ? undated : run;
        else if (newest === undefined || atMs > newest.atMs)
            newest = { run, atMs };
    }
    return { newest, undated };
}
function whyNone(runs, undated) {
    const waiting = undated &&
        `Run ${undated.runId} has not started, and its ID does not contain a timestamp, so its age is unknown.`;
    const what = runs.length === 0 ? 'listed no runs' : 'did not report what triggered the runs';
    const isOlder = runs.every(({ runTrigger }) => runTrigger === undefined);
    const older = `Hex ${what}. Older versions of Hex list only runs that were started through the API, so the step cannot follow scheduled runs on these versions.`;
    return [waiting, isOlder && older].filter(Boolean).join(' ');
}
/**
 * Reads pages until they certainly contain the newest run.
 * @returns the error if a page can't be read, and `isPassing` if only the deadline prevented another try.
 */
async function listUntilClear({ trigger }, plan, world, isFinal) {
    const { clock, abort, hex } = world;
    const untilMs = Math.min(plan.deadlineAtMs, clock.now() + outagePatienceMs);
    const options = () => ({
        signal: abort.signal,
        // All pages of the last list share this time. The list is skipped while a 429 asks to wait.
        timeoutMs: Math.max(1, Math.min(listTimeoutMs, plan.deadlineAtMs + afterDeadlineMs.poll - clock.now())),
        urgent: isFinal,
        notAfterMs: isFinal ? clock.now() : plan.deadlineAtMs,
    });
    try {
        return await (0,recent_runs/* listPages */.pN)(maxPages, (paging) => (0,calls/* withRetries */.c5)(world, untilMs, () => hex.getProjectRuns(plan.projectId, { ...paging, trigger }, options()), { rateLimitUntilMs: plan.deadlineAtMs }), recent_runs/* isNewestFirst */.j2);
    }
    catch (thrown) {
        const error = (0,calls/* hexErrorOf */.Ld)(thrown);
        const { failure } = error;
        const isShort = (0,retry/* isRateLimit */.a5)(failure) || untilMs === plan.deadlineAtMs;
        const isPassing = (0,retry/* isOverLimit */.kM)(failure) || (isShort && (0,retry/* mayRetry */.KO)('GET', failure));
        return { error, isPassing };
    }
}

// EXTERNAL MODULE: ./build/run/preflight.js
var preflight = __webpack_require__(305);
// EXTERNAL MODULE: ./build/run/lookup.js
var run_lookup = __webpack_require__(3578);
;// CONCATENATED MODULE: ./build/run/start.js











/**
 * Starts a run, once. The start is retried only if the response or failure proves that no run was created
 * (`mayHaveHappened`). After a lost response, this searches for the run and never starts a second one.
 * @param listed the project's runs a moment ago, to distinguish ours from them.
 * @returns the run, or the life's outcome without one.
 */
async function startRun(life, settings, listed) {
    const { plan, world } = life;
    let trouble;
    for (let tries = 1;; tries += 1) {
        const result = await inTurn(life, (turn) => tryStart(life, settings, listed, turn));
        if (result === undefined)
            return (0,ends/* endUnstarted */.ge)(life, trouble);
        if (!(result instanceof errors/* HexError */._W))
            return result;
        const { failure } = result;
        trouble = (0,calls/* troubleOf */.LH)(result);
        const why = (0,calls/* waitingFor */.Fz)(failure, true);
        const waitMs = why === 'kernel'
            ? kernelWaitMs(failure, world.random())
            : (0,retry/* namesNoWait */.LV)(failure)
                ? world.hex.startWaitMs()
                : (0,retry/* retryWaitMs */.Ko)(failure, tries, world.random());
        world.onEvent({ kind: 'waiting', why, waitMs, trouble });
        const timeLeftMs = plan.deadlineAtMs - world.clock.now();
        await (0,build_clock/* sleep */.yy)(world.clock, Math.min(waitMs, timeLeftMs), world.abort.signal);
    }
}
/** Does work that only one run of a project can do at a time; undefined if the deadline or an abort comes first. */
function inTurn({ plan, world }, work) {
    return world.jobRuns.inTurn(plan.projectId, work, {
        untilMs: plan.deadlineAtMs,
        signal: world.abort.signal,
    });
}
/**
 * Lists the runs, sends one start, and searches for its run if the response is lost.
 * @returns the error if no run was created and the start can be retried; undefined if an abort or the deadline came first.
 */
async function tryStart(life, settings, listed, turn) {
    const { plan, world } = life;
    const { clock, hex, abort, jobRuns } = world;
    let listing = listed;
    // Waits for a place in the limit before the list is read, and not after it, when the list grows old.
    const waitMs = hex.startWaitMs();
    const hasPlaceInTime = clock.now() + waitMs < plan.deadlineAtMs;
    if (hasPlaceInTime)
        await (0,build_clock/* sleep */.yy)(clock, waitMs, abort.signal);
    const isReal = settings.dryRun !== true;
    const claim = isReal ? await turn.claim(plan.deadlineAtMs, abort.signal) : 'free';
    if (claim !== 'free') {
        // The list doesn't contain a run that another step started meanwhile.
        listing = undefined;
        jobRuns.listings.delete(plan.projectId);
    }
    // Others start runs too, so only a fresh list distinguishes our run from theirs. A list that took long is old when it
    // arrives. It is not requested again; the intent records that it is stale.
    if (isReal && needsList(listing, world) && !isOver(life))
        listing = await (0,recent_runs/* listBeforeStart */.uR)(plan, world);
    if (isOver(life))
        return undefined;
    const intent = intentOf(life, listing, claim === 'disturbed');
    const sent = await sendStart(life, settings, intent);
    const isLost = sent instanceof errors/* HexError */._W && isReal && (0,retry/* mayHaveHappened */.dk)(sent.failure);
    if (isLost)
        return findLostRun(life, intent, turn, (0,calls/* troubleOf */.LH)(sent));
    turn.settle();
    if (!(sent instanceof errors/* HexError */._W))
        return sent;
    const { failure } = sent;
    const trouble = (0,calls/* troubleOf */.LH)(sent);
    if (abort.signal.aborted)
        return undefined;
    if ((0,retry/* isOverLimit */.kM)(failure)) {
        // A start of another project used the limit in the meantime. The turn begins again, with a new list.
        return hasPlaceInTime ? tryStart(life, settings, undefined, turn) : (0,ends/* endUnstarted */.ge)(life, trouble);
    }
    if ((0,retry/* mayRetry */.KO)('POST', failure))
        return sent;
    const candidates = isReal && (0,retry/* isRefusedInFront */.Bx)(failure) ? await (0,run_lookup/* newRunsSince */.Po)(intent, world, abort.signal) : [];
    return (0,ends/* end */._N)(life, 'failure', 'start_refused', {
        trouble,
        candidates: candidates.length === 0 ? undefined : candidates,
    });
}
/** A plain poller retries after 30 s (`bench/fleet-play.ts`). With the action, no job waits longer for a free kernel. */
const kernelRetryMs = 30_000;
/** Jobs that queue together are spread over the last part of that time. */
const kernelSpread = 0.3;
/**
 * How long to wait for a kernel before the next start: as long as Hex asks, else up to 30 s.
 * @param random a number from 0 up to 1.
 */
function kernelWaitMs(failure, random) {
    const ownMs = kernelRetryMs * (1 - kernelSpread * random);
    const askedMs = failure?.kind === 'refused' ? (failure.askedWaitMs ?? 0) : 0;
    return askedMs > ownMs ? askedMs + random * retry/* retrySpreadMs */.Ag : ownMs;
}
/** Sends one start, and writes the journal before and after it. */
async function sendStart({ plan, world }, settings, intent) {
    const { clock, abort, journal } = world;
    const isReal = settings.dryRun !== true;
    // With `wait: false` the run continues whatever happens to this job, so post has nothing to finish.
    const isOurs = isReal && plan.wait;
    if (isOurs)
        journal({ phase: 'intent', ...intent });
    else if (isReal)
        journal({ phase: 'detached', projectId: plan.projectId });
    try {
        const run = await world.hex.runProject(plan.projectId, settings, {
            // An abort stops a request that was not sent yet. The response to one that was sent names the run, so wait for it.
            unsentSignal: abort.signal,
            signal: abort.timeOver('start'),
            notAfterMs: Math.min(plan.deadlineAtMs, clock.now() + recent_runs/* listingLifeMs */.BC),
            timeoutMs: Math.min(client.startTimeoutMs, plan.deadlineAtMs + afterDeadlineMs.start - clock.now()),
        });
        // In this order: the post step would think that a run belongs to another step if they know it and the journal doesn't.
        if (isOurs)
            journal({ phase: 'started', ...(0,run_journal/* ownRun */.SI)(plan.projectId, run) });
        world.jobRuns.add(run.runId);
        return { run, adopted: false };
    }
    catch (error) {
        const failed = (0,calls/* hexErrorOf */.Ld)(error);
        if (isReal && !(0,retry/* mayHaveHappened */.dk)(failed.failure))
            journal({ phase: 'settled' });
        return failed;
    }
}
async function findLostRun(life, intent, turn, trouble) {
    const { plan, world } = life;
    world.onEvent({ kind: 'response-lost', trouble });
    const limitMs = plan.deadlineAtMs + afterDeadlineMs.search - world.clock.now();
    const signal = world.abort.timeOver('search');
    const lookup = await (0,run_lookup/* searchForRun */.Xp)(intent, world, Math.min(run_lookup/* searchMs */.vB.main, limitMs), signal);
    if (lookup.kind === 'one') {
        const { run } = lookup;
        if (plan.wait)
            world.journal({ phase: 'started', ...(0,run_journal/* ownRun */.SI)(intent.projectId, run) });
        world.jobRuns.add(run.runId);
        return { run, adopted: true };
    }
    turn.lost();
    const candidates = lookup.kind === 'unclear' ? lookup.runs : undefined;
    const conclusion = world.abort.signal.aborted ? 'cancelled' : 'failure';
    return (0,ends/* end */._N)(life, conclusion, 'start_unknown', { trouble, candidates });
}
function isOver({ plan, world: { abort, clock } }) {
    return abort.signal.aborted || clock.now() >= plan.deadlineAtMs;
}
function intentOf({ plan, world }, listing, isDisturbed) {
    const { hex, jobRuns } = world;
    const runs = listing?.runs;
    return {
        projectId: plan.projectId,
        ...(0,json/* withoutUndefined */.r$)({
            atMs: hex.serverNow()?.earliestMs,
            // The list may be older than our last attempt. The post step knows only what is written here.
            known: runs && [...new Set([...runs.map(({ runId }) => runId), ...jobRuns.ids()])],
            isKnownStale: (runs !== undefined && isStale(listing, world)) || undefined,
            isDisturbed: isDisturbed || undefined,
        }),
    };
}
/**
 * A fresh list is better evidence than the time in an ID. While reads are throttled, though, each job that repeats its
 * start would take the place of another job's status request, so the first list is kept, or none.
 */
function needsList(listing, world) {
    if (listing === undefined)
        return true;
    return isStale(listing, world) && listing.isThrottled !== true && world.hex.calmInMs() <= 0;
}
function isStale(listing, world) {
    return listing === undefined || world.clock.now() - listing.atMs > recent_runs/* listingLifeMs */.BC;
}

;// CONCATENATED MODULE: ./build/run/life.js












/**
 * Lives one run's life: checks the project, starts the run, follows it to its end, and cancels it if it must not
 * continue. Every end is an Outcome; only unexpected errors are thrown. At every moment, the journal says what the post
 * step would have to finish.
 */
async function liveRun(plan, world) {
    const over = new AbortController();
    const life = newLife(plan, world, over.signal);
    try {
        if (plan.start.kind !== 'new')
            return await followExisting(life, plan.start);
        const outcome = await liveNewRun(life, plan.start.settings);
        // Only a confirmed end closes the journal, because the post step has minutes where this step had seconds.
        const isLeft = outcome.reason === 'detached' || outcome.stop?.kind === 'left';
        if (!isLeft && (0,run_outcome/* isSettled */.Is)(outcome))
            world.journal({
                phase: 'settled',
                ...(outcome.run && (0,run_journal/* ownRun */.SI)(plan.projectId, outcome.run)),
            });
        return outcome;
    }
    finally {
        over.abort();
    }
}
async function liveNewRun(life, settings) {
    const { plan, world } = life;
    // Earlier runs of the step used the whole timeout.
    if (world.clock.now() >= plan.deadlineAtMs)
        return (0,ends/* end */._N)(life, 'timed_out', 'not_started_in_time');
    const before = await (0,preflight/* preflight */.Mz)(life);
    if ('conclusion' in before)
        return before;
    const fresh = (0,preflight/* freshnessOf */.T5)(life);
    if (fresh !== undefined)
        return (0,ends/* end */._N)(life, 'skipped', 'fresh', { fresh });
    if (!plan.cancelActive || settings.dryRun === true)
        return liveAttempts(life, settings, before);
    const cleared = await inTurn(life, () => world.cancelOtherRuns(plan, world));
    return liveAttempts({ ...life, cleared: cleared ?? [] }, settings, before);
}
/** Starts and follows a run; starts another one if it found no kernel, or if it ERRORED and attempts are left. */
async function liveAttempts(first, settings, { listing, isThrottled }) {
    const { plan, world } = first;
    let life = first;
    let next = { attempt: 1, earlierRuns: [] };
    for (;;) {
        const start = await startRun(life, settings, listing);
        if ('conclusion' in start)
            return start;
        // The run id in the response to a dry run does not exist, so no report links to it.
        if (settings.dryRun === true)
            return (0,ends/* end */._N)({ ...life, ...next }, 'dry_run', 'dry_run');
        const { run, adopted } = start;
        const started = { ...life, ...next, adopted, run };
        world.onEvent({ kind: 'started', run, attempt: next.attempt, adopted });
        if (!plan.wait) {
            world.journal({ phase: 'detached', ...(0,run_journal/* ownRun */.SI)(plan.projectId, run) });
            // Nothing reads its status. PENDING is the first one of every run, which Hex's CLI prints with `--no-wait` too.
            return (0,ends/* end */._N)({ ...started, run: { status: 'PENDING', ...run } }, 'detached', 'detached');
        }
        if (isThrottled && life.attempt === 0)
            void (0,preflight/* learnBeside */.rW)(life);
        const followed = await followRun(started);
        const seen = { ...started, run: followed.run };
        const again = followed.kind === 'ended' ? await nextStart(seen) : undefined;
        if (again === undefined)
            return endFollowed(seen, followed);
        next = again;
        life = seen;
    }
}
/** The next start; undefined if this end is final. */
async function nextStart(life) {
    const { plan, world, run, attempt, earlierRuns } = life;
    const progress = (0,run_outcome/* progressOf */.jA)(run.status);
    const timeLeftMs = plan.deadlineAtMs - world.clock.now();
    if (progress === 'errored' && attempt < plan.maxAttempts && timeLeftMs > 0) {
        world.journal({ phase: 'settled', ...(0,run_journal/* ownRun */.SI)(plan.projectId, run) });
        world.onEvent({ kind: 'again', run, attempt: attempt + 1, maxAttempts: plan.maxAttempts });
        return { attempt: attempt + 1, earlierRuns: [...earlierRuns, run] };
    }
    if (progress !== 'no_kernel')
        return undefined;
    world.journal({ phase: 'settled', ...(0,run_journal/* ownRun */.SI)(plan.projectId, run) });
    const waitMs = kernelWaitMs(undefined, world.random());
    if (waitMs >= timeLeftMs)
        return undefined;
    world.onEvent({ kind: 'no-kernel', run, waitMs });
    await (0,build_clock/* sleep */.yy)(world.clock, waitMs, world.abort.signal);
    return { attempt, earlierRuns };
}
/** Follows a run that something else started. It is not ours, so nothing cancels it. */
async function followExisting(life, start) {
    const { plan, world } = life;
    const isNamed = start.kind === 'existing';
    // A run that is named is known before anything is read.
    const known = isNamed ? { ...life, attempt: 1, run: { runId: start.runId } } : life;
    if (world.clock.now() >= plan.deadlineAtMs) {
        // Earlier runs of the step used the whole timeout, and the time for a last request as well.
        return isNamed
            ? (0,ends/* end */._N)(known, 'timed_out', 'timed_out')
            : (0,ends/* end */._N)(known, 'timed_out', 'no_new_run', {
                detail: "Earlier entries in 'runs' used up the timeout, so the project's runs were not listed.",
            });
    }
    const before = await (0,preflight/* preflight */.Mz)(known);
    if ('conclusion' in before)
        return before;
    if (isNamed) {
        if (before.isThrottled)
            void (0,preflight/* learnBeside */.rW)(life);
        const listed = before.listing.runs?.find(({ runId }) => runId === start.runId);
        return followToEnd({ ...known, run: listed ?? { runId: start.runId } });
    }
    // Keeps following the run that was chosen first, even if a newer one starts meanwhile.
    const newest = await findNewestRun(start.choice, life);
    if ('conclusion' in newest)
        return newest;
    (0,preflight/* learnTypical */.Vh)(life, newest.runs);
    return followToEnd({ ...life, attempt: 1, run: newest.run });
}
async function followToEnd(life) {
    life.world.onEvent({ kind: 'following', run: life.run });
    return endFollowed(life, await followRun(life));
}
const unfinishedEnds = {
    abort: ['cancelled', 'aborted'],
    timeout: ['timed_out', 'timed_out'],
    'lost-contact': ['failure', 'lost_contact'],
};
/** Ends a life that stopped following its run. Cancels an active run, unless it is not ours or is meant to continue. */
async function endFollowed(before, { kind, run, error }) {
    const life = { ...before, run };
    if (kind === 'ended')
        return (0,ends/* endFinished */.ys)(life);
    const { plan, world } = life;
    const { abort, clock } = world;
    const { runId, status } = run;
    const trouble = error && (0,calls/* troubleOf */.LH)(error);
    const [conclusion, reason] = unfinishedEnds[kind];
    if (plan.start.kind !== 'new') {
        const isUnknown = kind === 'lost-contact' && status === undefined && isHidden(error?.failure);
        return (0,ends/* end */._N)(life, conclusion, isUnknown ? 'run_not_found' : reason, { trouble });
    }
    if (kind !== 'abort' && !plan.cancelOnTimeout) {
        world.journal({ phase: 'detached', ...(0,run_journal/* ownRun */.SI)(plan.projectId, run) });
        return (0,ends/* end */._N)(life, conclusion, reason, { trouble, stop: { kind: 'left' } });
    }
    const timeoutMs = kind === 'timeout' ? plan.deadlineAtMs - plan.beganAtMs : undefined;
    const why = kind === 'abort' && abort.cause() === 'fail-fast' ? 'fail-fast' : kind;
    world.onEvent({ kind: 'cancelling', runId, why, ...(0,json/* withoutUndefined */.r$)({ timeoutMs }) });
    const lastMs = clock.now() + afterDeadlineMs.cancel;
    const cancelled = await (0,cancel/* cancelRun */.S)(plan.projectId, run, world, {
        endsAtMs: () => Math.min(lastMs, abort.endsAtMs('cancel')),
        signal: abort.timeOver('cancel'),
    });
    const last = { ...life, run: cancelled.run };
    // The run may have completed before the deadline. A run that ended later has timed out, however it ended. After an
    // abort the job is over, whatever the run did.
    const isCompleted = (0,run_outcome/* progressOf */.jA)(last.run.status) === 'completed' && (0,ends/* endedBy */.mr)(plan.deadlineAtMs, last);
    return kind !== 'abort' && isCompleted
        ? (0,ends/* endFinished */.ys)(last)
        : (0,ends/* end */._N)(last, conclusion, reason, { trouble, stop: cancelled.stop });
}

;// CONCATENATED MODULE: ./build/run/several.js







/**
 * Lives several runs in the order of the list, at most `maxParallel` at a time. Outcomes keep that order. An abort of the
 * job ends all of them, and those that are still waiting never start.
 * @param ownWorld the journal and the event listener of the run at this index.
 */
async function liveRuns(plans, shared, ownWorld, { maxParallel, failFast }) {
    const stop = failFast ? (0,run_abort/* createFailFast */.b)(shared.clock, shared.abort) : undefined;
    const abort = stop ?? shared.abort;
    const lives = plans.map((plan, index) => ({
        plan,
        world: { ...shared, abort, ...ownWorld(index) },
    }));
    const outcomes = await (0,parallel/* mapInParallel */.H)(lives, maxParallel, async ({ plan, world }) => {
        // After an abort, the runs that were still waiting for their turn are not started.
        const outcome = abort.signal.aborted
            ? (0,ends/* end */._N)(newLife(plan, world, abort.signal), 'cancelled', 'aborted')
            : await liveRun(plan, world);
        if (!(0,run_outcome/* isGreen */.gf)(outcome.conclusion))
            stop?.request();
        return outcome;
    });
    stop?.close();
    // Keep the journal of an unidentified start open until here. From now on this step reports it, and not the post step.
    for (const [index, { plan, world }] of lives.entries()) {
        const { reason, candidates } = outcomes[index] ?? {};
        // A refused start has settled, and its candidates are others' runs, also of a lost start of this step.
        if (!plan.wait || reason !== 'start_unknown' || candidates === undefined)
            continue;
        const [only, another] = candidates;
        // Named, so that the post step doesn't take it for the run of another lost start.
        const isOnly = only !== undefined && another === undefined;
        world.journal({ phase: 'settled', ...(isOnly && (0,run_journal/* ownRun */.SI)(plan.projectId, only)) });
    }
    return outcomes;
}

;// CONCATENATED MODULE: ./build/run/shared-reads.js





/** A younger snapshot serves every run of the project. Shorter than the usual interval between two polls of a run. */
const snapshotLifeMs = 4_000;
/** Hex usually responds within this time. */
const responseMs = 10_000;
/**
 * A client that shares reads among several runs. Each project is read once. If several runs of one project are followed,
 * status polls share one GetProjectRuns, because one request then shows up to a hundred runs. Urgent status requests, and
 * runs that the list does not show, use GetRunStatus.
 */
function shareReads(hex, clock) {
    const projects = new Map();
    /** Reads that several runs sent together because the one in `projects` took too long. */
    const again = new WeakMap();
    const followed = new Map();
    const snapshots = new Map();
    const unlisted = new Set();
    const latest = async (projectId, options) => {
        const known = snapshots.get(projectId);
        if (known !== undefined && clock.now() - known.atMs < snapshotLifeMs) {
            try {
                return await known.runs;
            }
            catch (error) {
                // The limiter left no room before the deadline of the run that requested it. This one may have more time.
                if ((0,retry/* isOverLimit */.kM)((0,calls/* hexErrorOf */.Ld)(error).failure))
                    return latest(projectId, options);
                throw error;
            }
        }
        const runs = hex
            .getProjectRuns(projectId, { limit: recent_runs/* maxPageSize */.Nt, trigger: 'API' }, options)
            .then((page) => new Map(page.runs.map((run) => [run.runId, run])));
        const entry = { atMs: clock.now(), runs };
        snapshots.set(projectId, entry);
        // Drop a list that failed, so that the next poll requests it again.
        runs.catch(() => {
            if (snapshots.get(projectId) === entry)
                snapshots.delete(projectId);
        });
        return runs;
    };
    return {
        ...hex,
        getProject(projectId, options = {}) {
            const known = projects.get(projectId);
            if (known !== undefined && options.uncached !== true) {
                // A request of another run may have more time than this one. `notAfterMs` limits only the wait for our limiter.
                const waitMs = Math.max((options.notAfterMs ?? 0) - clock.now(), responseMs);
                return (0,build_clock/* inTime */.RN)(clock, waitMs, known, () => {
                    const second = again.get(known) ?? hex.getProject(projectId, options);
                    again.set(known, second);
                    second.catch(() => again.delete(known));
                    return second;
                });
            }
            const project = hex.getProject(projectId, options);
            projects.set(projectId, project);
            project.catch(() => projects.delete(projectId));
            return project;
        },
        async getRunStatus(projectId, runId, options = {}) {
            const runs = followed.get(projectId) ?? new Set();
            followed.set(projectId, runs);
            runs.add(runId);
            const alone = runs.size < 2 || options.urgent === true || unlisted.has(runId);
            const listed = alone ? undefined : (await latest(projectId, options)).get(runId);
            if (!alone && listed === undefined)
                unlisted.add(runId);
            const run = listed ?? (await hex.getRunStatus(projectId, runId, options));
            if ((0,run_outcome/* hasEnded */.hY)(run.status))
                runs.delete(runId);
            return run;
        },
    };
}

// EXTERNAL MODULE: ./build/runner/neighbours.js
var neighbours = __webpack_require__(1291);
// EXTERNAL MODULE: ./build/actions/connect.js + 7 modules
var connect = __webpack_require__(7732);
// EXTERNAL MODULE: ./build/actions/open-run.js
var open_run = __webpack_require__(9702);
;// CONCATENATED MODULE: ./build/actions/plans.js

/** The plan of a requested run. `beganAtMs` is when the step began, milliseconds since the epoch. */
function planOf({ project, timeoutMs, ...fields }, beganAtMs, isRerun) {
    const { projectId } = project;
    return { ...fields, projectId, isRerun, beganAtMs, deadlineAtMs: beganAtMs + timeoutMs };
}
/** The settings of a requested run that a summary can show. */
function shownSettingsOf(run) {
    const settings = run?.start.kind === 'new' ? run.start.settings : {};
    return {
        parameterNames: Object.keys(settings.inputParams ?? {}),
        updatesPublishedResults: settings.updatePublishedResults === true,
        usesSqlCache: settings.useCachedSqlResults !== false,
        ...(0,json/* withoutUndefined */.r$)({ viewId: settings.viewId }),
    };
}

// EXTERNAL MODULE: ./build/actions/state.js
var state = __webpack_require__(6037);
// EXTERNAL MODULE: ./build/actions/step.js + 8 modules
var step = __webpack_require__(1309);
;// CONCATENATED MODULE: ./build/actions/run.js




















const { runner, clock, abort, beganAtMs } = open_run.step;
/** Max runs whose details are logged, so that the log stays short. The `results` output has the details of all. */
const maxDetails = 25;
/** Runs the main step. */
async function main() {
    runner.saveState(state/* markName */.Fp, open_run.handover.mark);
    const notes = { open: new Set(), waits: (0,progress/* createWaits */.D)() };
    let inputs;
    let connection;
    let hex;
    let reports;
    let outcomes;
    try {
        inputs = await readRunInputs(open_run.step.input);
        const used = inputs.runs.map((each) => ({
            projectId: each.project.projectId,
            ...shownSettingsOf(each),
        }));
        reports = await openReports(inputs.reports, used);
        connection = (await open_run.opening) ?? (await (0,connect.connect)(open_run.step, inputs));
        hex = (0,client.createHexClient)(connection.caller);
        outcomes = await run(inputs, hex, reports, notes);
    }
    catch (error) {
        if (error instanceof inputs_problems/* InputError */.dz)
            (0,step/* annotateProblems */.$9)(runner, error);
        outcomes = [outcomeOfError(error, inputs)];
    }
    const waited = notes.waits.sentence(clock.now());
    reportVerdict(outcomes);
    const isInvalid = outcomes[0]?.reason === 'invalid_input';
    // Otherwise, the check run of an earlier job could remain green on this commit.
    if (isInvalid)
        reports ??= await openReports((0,report_inputs/* readCheckInputs */.Y2)(open_run.step.input), []);
    const charts = (await (hex && reports?.charts(outcomes, hex))) ?? { paths: [], shown: [] };
    runner.output('chart-paths', JSON.stringify(charts.paths));
    await writeSummary(outcomes, inputs, charts.shown, waited);
    await reports?.ended(outcomes.map(withoutInputTexts), charts.shown);
    (0,open_run.saveForPost)(state/* endedName */.eY, state/* endedName */.eY, '1');
    const isDone = notes.open.size === 0 && inputs?.reports.checkName === undefined;
    if (isDone)
        runner.saveState(state/* nothingLeftName */.AZ, open_run.handover.mark);
    abort.close();
    open_run.handover.close();
    await (connection ?? (await open_run.opening))?.close();
}
/** Opens the reports on GitHub that the inputs request. Most steps have none, and then no code for them is loaded. */
async function openReports(inputs, runs) {
    if (inputs === undefined)
        return undefined;
    if (!inputs.prComment && inputs.checkName === undefined && inputs.charts.length === 0)
        return undefined;
    const { openWantedReports } = await Promise.all(/* import() */[__webpack_require__.e(656), __webpack_require__.e(199)]).then(__webpack_require__.bind(__webpack_require__, 8199));
    return openWantedReports(inputs, runs, open_run.step);
}
async function run(inputs, hex, reports, notes) {
    // The attempt of the workflow run: above 1 after "Re-run jobs".
    const isRerun = Number(runner.env['GITHUB_RUN_ATTEMPT'] ?? 1) > 1;
    const plans = inputs.runs.map((each) => planOf(each, beganAtMs, isRerun));
    runner.saveState(state/* countName */.LS, String(plans.length));
    const shared = {
        ...open_run.step,
        hex: plans.length > 1 ? shareReads(hex, clock) : hex,
        jobRuns: (0,job_runs/* createJobRuns */.S)(clock, Math.random, (0,neighbours/* openNeighbours */.B)(open_run.folder, open_run.handover.mark, clock)),
        cancelOtherRuns,
    };
    return await liveRuns(plans, shared, (index) => worldOf(plans, index, reports, notes), inputs);
}
/** Most uses start a run beside the active ones, and then this code is not loaded. */
async function cancelOtherRuns(...[plan, world]) {
    const { cancelOtherRuns: cancel } = await __webpack_require__.e(/* import() */ 145).then(__webpack_require__.bind(__webpack_require__, 7145));
    return await cancel(plan, world);
}
/** The journal and the event listener of the run at an index of the list. */
function worldOf(plans, index, reports, { open, waits }) {
    const plan = plans[index];
    const setOutputs = createRunOutputs(plan?.projectId ?? '');
    const print = (0,step/* printEvents */.xo)(open_run.step, { prefix: plan?.name === undefined ? '' : `[${plan.name}] ` });
    return {
        journal: (entry) => {
            if ((0,run_journal/* isOpen */.nT)(entry))
                open.add(index);
            else
                open.delete(index);
            (0,open_run.saveForPost)((0,state/* stateNameOf */.Qv)(index), String(index), JSON.stringify(entry));
        },
        onEvent(event) {
            if (plans.length === 1 && 'run' in event)
                setOutputs(event.run);
            if (event.kind === 'started')
                reports?.started(event.run);
            if (plans.length === 1)
                waits.note(event, clock.now());
            print(event);
        },
    };
}
/**
 * Returns a function that sets outputs as soon as Hex responds, whatever happens to this process later. The URL of a followed
 * run can come with its first status.
 */
function createRunOutputs(projectId) {
    /** The run in the outputs so far, as it was when they were set. */
    let known;
    return (run) => {
        if (run.runId === known?.runId && (known.runUrl !== undefined || !run.runUrl))
            return;
        known = run;
        runner.output('run-id', run.runId);
        runner.output('run-url', run.runUrl ?? '');
        runner.output('project-id', projectId);
    };
}
/** Sets the exit code first. Reports that can fail come later and don't change it. */
function reportVerdict(outcomes) {
    if (outcomes.some(({ conclusion }) => !(0,run_outcome/* isGreen */.gf)(conclusion)))
        runner.fail();
    for (const [name, text] of Object.entries(outputsOf(outcomes)))
        runner.output(name, text);
    if (outcomes[0]?.reason === 'invalid_input')
        return;
    (0,step/* annotateAll */.u6)(runner, annotationsOf(outcomes));
    for (const line of closingLines(outcomes))
        runner.line(line);
    for (const outcome of outcomes.slice(0, maxDetails)) {
        runner.group(outcome.name === undefined ? 'Details' : `Details of ${outcome.name}`, detailsOf(outcome).map(([name, text]) => `${name}: ${text}`));
    }
}
async function writeSummary(outcomes, inputs, pictures, waited) {
    const [first, ...others] = outcomes;
    if (inputs?.summary === false || first === undefined)
        return;
    await runner.summary(others.length > 0
        ? severalSummaryOf(outcomes, pictures)
        : summaryOf(first, shownSettingsOf(inputs?.runs[0]), pictures, waited));
}
/** A valid project id is an output even if another input is invalid. */
function projectIdAlone() {
    return (0,inputs_problems/* parsedOr */.F4)(() => (0,project_reference/* parseProjectReference */.iJ)(runner.input('project-id')).projectId, () => '');
}
/**
 * GitHub masks secrets in the log, the annotations, and the summary, but not in the check run and the comment. So these name
 * the invalid inputs without their texts.
 */
function withoutInputTexts(outcome) {
    const { reason, detail = '' } = outcome;
    if (reason !== 'invalid_input')
        return outcome;
    const names = new Set(detail.split('\n').flatMap((line) => /^'[\w-]+'/.exec(line) ?? []));
    return {
        ...outcome,
        detail: `Invalid: ${[...names].join(', ')}. For details, see the step's log.`,
    };
}
function outcomeOfError(error, inputs) {
    const isInput = error instanceof inputs_problems/* InputError */.dz;
    return {
        conclusion: 'failure',
        reason: isInput ? 'invalid_input' : 'internal_error',
        projectId: inputs?.runs[0]?.project.projectId ?? projectIdAlone(),
        attempt: 0,
        adopted: false,
        tookMs: clock.now() - beganAtMs,
        detail: isInput ? error.message : (0,plain_text/* stackOf */.US)(error),
    };
}


/***/ }),

/***/ 4439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $b: () => (/* binding */ cancelledRun),
/* harmony export */   Dj: () => (/* binding */ originAndResult),
/* harmony export */   Xb: () => (/* binding */ resultWords),
/* harmony export */   nT: () => (/* binding */ runResultLine)
/* harmony export */ });
/** The results as the end of a sentence that begins with the run. */
const resultWords = {
    cancelled: 'was cancelled',
    requested: 'is being cancelled',
    ended: 'had already ended',
    listed: 'would be cancelled',
    unconfirmed: 'is being cancelled and may still be running',
    refused: 'could not be cancelled and may still be running',
    untried: 'was not cancelled in time',
};
/** What is known about a run's origin and what became of it, as the end of a sentence that begins with the run. */
function originAndResult({ run, result }) {
    const { runTrigger, startTime } = run;
    const origin = [
        ...(runTrigger === undefined ? [] : [`trigger ${runTrigger}`]),
        ...(startTime === undefined ? [] : [`started at ${startTime}`]),
    ].join(', ');
    return `${origin && `(${origin}) `}${resultWords[result]}`;
}
/** A run in words, for the log and for annotations. */
function runResultLine({ run, result }) {
    const status = result === 'ended' ? ` (${run.status})` : '';
    const address = run.runUrl === undefined ? '' : ` ${run.runUrl}`;
    return `Run ${run.runId} ${originAndResult({ run, result })}${status}.${address}`;
}
/** A run that was to be cancelled, for a `results` output. */
function cancelledRun(run) {
    return {
        run_id: run?.runId ?? null,
        run_url: run?.runUrl ?? null,
        status: run?.status || null,
        trigger: run?.runTrigger ?? null,
        start_time: run?.startTime ?? null,
    };
}


/***/ }),

/***/ 8580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $S: () => (/* binding */ parsePrNumber),
/* harmony export */   Y2: () => (/* binding */ readCheckInputs),
/* harmony export */   gM: () => (/* binding */ readReportInputs)
/* harmony export */ });
/* unused harmony exports parseCharts, parseBranch */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9368);
/* harmony import */ var _contract_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5984);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6790);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(401);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3237);





/** Hex creates 20 chart images per minute (API reference). More would only wait. */
const maxCharts = 20;
/** One line of a report. Also part of a file name, which has at most 255 bytes. */
const maxName = 100;
/** Git stores a branch as a file, whose name has at most 255 bytes with `.lock`. */
const maxBranch = 200;
/** Ten years. */
const maxKeepDays = 3_650;
/** Reads the inputs about reports. Returns undefined and adds problems if an input is invalid. */
function readReportInputs(reader) {
    const { text, read, readOptional, add } = reader;
    const prComment = read('pr-comment', parsePrComment);
    const prNumber = readOptional('pr-number', parsePrNumber);
    const checkName = readOptional('check-name', parseName);
    const reportKey = readOptional('report-key', parseName);
    const charts = read('charts', parseCharts);
    const chartSize = readOptional('charts-size', parseSize);
    const chartTitles = readOptional('charts-titles', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG);
    const chartsBranch = readOptional('charts-branch', parseBranch);
    const chartsKeepDays = read('charts-keep-days', (it) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInteger */ .cG)(it, 1, maxKeepDays));
    if (text('charts-branch') !== '' && text('charts') === '')
        add('charts-branch', "Has no effect without 'charts'. Set 'charts', or remove this input.");
    const inputs = { prComment, charts, chartsKeepDays };
    if (!(0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .areValid */ .HN)(inputs))
        return undefined;
    return {
        ...inputs,
        /** Distinguishes uses of the action that are otherwise equal; '' if not set. */
        reportKey: reportKey ?? '',
        /** '' if there is none. */
        gitHubToken: evaluated(text('github-token')),
        /** The matrix leg as JSON, set by GitHub. */
        matrixLeg: evaluated(text('matrix-leg')),
        // Undefined means the event's pull request, no check run, Hex's defaults for charts, and pictures as files only.
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutUndefined */ .r$)({ prNumber, checkName, chartSize, chartTitles, chartsBranch }),
    };
}
/**
 * Reads the inputs of the check run alone, which can be reported even if other inputs are invalid. Returns undefined if one
 * of these is invalid.
 */
function readCheckInputs(inputText) {
    const names = ['check-name', 'pr-number', 'report-key', 'github-token', 'matrix-leg'];
    const reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .openInputs */ .AR)((name) => (names.includes(name) ? inputText(name) : ''), _contract_js__WEBPACK_IMPORTED_MODULE_0__/* .runInputDefaults */ .ie);
    const inputs = readReportInputs(reader);
    return reader.all.length === 0 ? inputs : undefined;
}
/** Parses the number of a pull request, also as `#12`. */
function parsePrNumber(text) {
    return (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInteger */ .cG)(text.replace(/^#\s*/, ''), 1, 999_999_999);
}
/** A default that GitHub did not evaluate counts as empty. An empty token fails the reports, not the run. */
function evaluated(text) {
    return text.startsWith('${{') ? '' : text;
}
function parsePrComment(text) {
    return /^#?\d+$/.test(text)
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is a pull request number. Set 'pr-number' to this number, and set this input to true.`)
        : (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG)(text);
}
function parseName(text) {
    return text.length > maxName || /\p{Cc}/u.test(text)
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a valid name. Use one line of at most ${maxName} characters.`)
        : text;
}
/** Parses one chart per line, `id` or `name: id`. A dash in front, as in a YAML list, is ignored. */
function parseCharts(text) {
    const lines = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .linesOf */ .Dx)(text).map((line) => line.replace(/^-\s/, ''));
    const charts = lines.flatMap(chartIn);
    const unreadable = lines.filter((line) => chartIn(line).length === 0);
    if (unreadable.length > 0) {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(`Not a chart: ${unreadable.slice(0, 5).map(_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL).join(', ')}. Enter one chart per line, as the static ID of its cell (a UUID) or as "name: id".`);
    }
    if (charts.length > maxCharts)
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(`Lists ${charts.length} charts. The limit is ${maxCharts}.`);
    const twice = charts.find(({ staticId }, index) => charts.some((other, at) => at < index && other.staticId === staticId));
    return twice === undefined
        ? charts
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(twice.staticId)} is listed twice. Remove one of the two lines.`);
}
/** The chart in a line, or nothing. */
function chartIn(line) {
    const colon = line.lastIndexOf(':');
    const staticId = line
        .slice(colon + 1)
        .trim()
        .toLowerCase();
    const name = line
        .slice(0, Math.max(0, colon))
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2');
    if (!_scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .uuid */ .uR.test(staticId) || name.length > maxName || /\p{Cc}/u.test(name))
        return [];
    return [{ name: name === '' ? staticId : name, staticId }];
}
/** Parses width x height in pixels. Hex accepts 100 to 2000 for each (API reference, GetChartImageFromRun). */
function parseSize(text) {
    const match = /^(\d{1,5})\s*[x×]\s*(\d{1,5})$/i.exec(text);
    const [width, height] = [Number(match?.[1]), Number(match?.[2])];
    const isSide = (pixels) => pixels >= 100 && pixels <= 2_000;
    return isSide(width) && isSide(height)
        ? { width, height }
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a valid size. Use width x height in pixels, from 100 to 2000 each, for example "1200x675".`);
}
/** Parses a branch name by the rules of git-check-ref-format. Removes `refs/heads/`, which some tools require. */
function parseBranch(text) {
    const name = text.replace(/^refs\/heads\//, '');
    const isWrong = name.length > maxBranch ||
        /[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|^[/-]|[/.]$|^@$/.test(name) ||
        name.split('/').some((part) => part === '' || part.startsWith('.') || part.endsWith('.lock'));
    if (isWrong || name.startsWith('refs/')) {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a valid branch name. Use a name such as "hex-charts".`);
    }
    return ['main', 'master'].includes(name)
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} looks like a development branch. Use a separate branch for the images, for example "hex-charts".`)
        : name;
}


/***/ }),

/***/ 4478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ unknownKey),
/* harmony export */   o: () => (/* binding */ suggestionFor)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8046);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);


/** The known word that a misspelled or shortened one probably means, or undefined. */
function suggestionFor(word, known) {
    const plain = (text) => text.toLowerCase().replaceAll(/[-_\s]/g, '');
    const short = plain((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .firstCharacters */ .DR)(word, 60));
    const holding = known.filter((candidate) => short.length > 3 && plain(candidate).includes(short));
    if (holding.length === 1)
        return holding[0];
    const [closest] = known
        .map((candidate) => ({ candidate, distance: distanceBetween(short, plain(candidate)) }))
        .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 3)))
        .sort((a, b) => a.distance - b.distance);
    return closest?.candidate;
}
/** The problem with an unknown key: a suggestion, or the list of known keys. */
function unknownKey(key, known) {
    const suggestion = suggestionFor(key, known);
    return suggestion === undefined
        ? `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(key)} is not a known key. Known keys: ${known.join(', ')}.`
        : `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(key)} is not a known key. Did you mean '${suggestion}'?`;
}
/** Edit distance: letters to add, remove, replace, or swap with their neighbor. */
function distanceBetween(a, b) {
    let last = Array.from({ length: b.length + 1 }, (_, index) => index);
    let beforeLast = last;
    for (let i = 1; i <= a.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            const swapped = isSwap ? (beforeLast[j - 2] ?? 0) + 1 : changed;
            row.push(Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
        }
        beforeLast = last;
        last = row;
    }
    return last[b.length] ?? 0;
}


/***/ }),

/***/ 7108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ pictureSection),
/* harmony export */   PQ: () => (/* binding */ severalHeadline),
/* harmony export */   Pt: () => (/* binding */ icons),
/* harmony export */   W0: () => (/* binding */ runLead),
/* harmony export */   XB: () => (/* binding */ severalTable),
/* harmony export */   Yk: () => (/* binding */ failedFirst),
/* harmony export */   ZL: () => (/* binding */ severalAdvice),
/* harmony export */   bq: () => (/* binding */ overviewOf),
/* harmony export */   pI: () => (/* binding */ runFacts)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8046);
/* harmony import */ var _run_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5302);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4902);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7342);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4702);





/** The icon of each conclusion, for headings and tables. The worst is first, because it is the step's. */
const icons = {
    failure: '❌',
    timed_out: '⏰',
    cancelled: '🚫',
    detached: '🚀',
    dry_run: '🧪',
    skipped: '⏭️',
    success: '✅',
};
/** Sums up the runs of a step: one has its own verdict, several are counted. */
function overviewOf(outcomes, pictures) {
    const worstFirst = Object.keys(icons);
    const worst = worstFirst.find((each) => outcomes.some(({ conclusion }) => conclusion === each));
    const [first, ...others] = outcomes;
    const isSingle = first !== undefined && others.length === 0;
    return {
        conclusion: worst ?? 'failure',
        headline: isSingle ? (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(first).headline : severalHeadline(outcomes),
        body: isSingle
            ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)(runLead(first), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .factRow */ .rb)(runFacts(first)))
            : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)(severalAdvice(outcomes), severalTable(outcomes)),
        pictures: pictureSection(pictures),
    };
}
/** What to do if something is wrong, and the link to the run. */
function runLead(outcome) {
    const { conclusion, reason, run } = outcome;
    const sentences = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(outcome).advice.map((sentence) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .withLinks */ .q9)(sentence, outcome.candidates));
    // The URL in the response to a dry run leads nowhere.
    const open = reason === 'dry_run' ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .openRunLink */ .S1)(run?.runUrl);
    if ((0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isGreen */ .gf)(conclusion) || sentences.length === 0)
        return [open, ...sentences].filter((part) => part !== '').join(' · ');
    const kind = conclusion === 'cancelled' ? 'WARNING' : 'CAUTION';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .alert */ .xE)(kind, sentences.join('\n\n')), open);
}
/** The most important facts of a run. */
function runFacts(outcome) {
    const { run, reason, typicalMs } = outcome;
    const tookMs = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .runDurationMs */ .sW)(outcome);
    const usual = typicalMs === undefined ? [] : [`usually ${(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .roughDuration */ .Um)(typicalMs)}`];
    return [
        // A dry run creates no run, so the status in its response says nothing.
        ['Status', reason === 'dry_run' ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(run?.status ?? '')],
        [
            'Duration',
            tookMs === undefined ? '' : [(0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .durationInWords */ .ji)(tookMs), ...usual].map(_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .unbroken */ .D_).join('<br>'),
        ],
        ['Version', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(run?.projectVersion ?? '')],
        ['Attempts', attemptsCell(outcome)],
    ];
}
/** Each attempt as a link to its run; '' if there was at most one. */
function attemptsCell({ attempt, run, earlierRuns = [] }) {
    if (attempt < 2)
        return '';
    const last = earlierRuns.length < attempt && run !== undefined ? [run] : [];
    const linked = [...earlierRuns, ...last].map(({ runUrl }, index) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(String(index + 1), runUrl));
    return linked.length === attempt ? linked.join(', ') : String(attempt);
}
/** How several runs ended, one sentence without a full stop. */
function severalHeadline(outcomes) {
    const failed = failedFirst(outcomes).filter(({ conclusion }) => !(0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isGreen */ .gf)(conclusion));
    if (failed.length > 0)
        return `${failed.length} of ${outcomes.length} runs did not succeed: ${reasonsOf(failed)}`;
    const all = outcomes.every(({ conclusion }) => conclusion === 'success');
    return all
        ? `All ${outcomes.length} runs completed`
        : `None of the ${outcomes.length} runs failed`;
}
/** Runs that failed on their own come first, then the others that did not succeed. */
function failedFirst(outcomes) {
    const rank = (outcome) => (0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .hasFailedItself */ .BQ)(outcome) ? 0 : (0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isGreen */ .gf)(outcome.conclusion) ? 2 : 1;
    return [...outcomes].sort((a, b) => rank(a) - rank(b));
}
/** Max runs that a headline names per reason. */
const maxNames = 3;
/** Why runs did not succeed, each reason once: `2 failed (north, south), 3 were cancelled because another run failed`. */
function reasonsOf(failed) {
    const groups = Map.groupBy(failed, ({ reason }) => reason);
    return [...groups]
        .map(([reason, own]) => {
        const count = own.length;
        const what = reasonWords[reason];
        const words = `${count} ${count === 1 ? what : (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(what)}`;
        const names = own.flatMap(({ name, conclusion }) => name === undefined || conclusion === 'cancelled' ? [] : [(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .firstCharacters */ .DR)(name, 40)]);
        if (names.length === 0)
            return words;
        const rest = names.length > maxNames ? ', …' : '';
        return `${words} (${names.slice(0, maxNames).join(', ')}${rest})`;
    })
        .join(', ');
}
/** The end of a sentence about one run. */
const reasonWords = {
    errored: 'failed',
    killed: 'was stopped in Hex',
    no_kernel: 'could not get a kernel',
    timed_out: 'timed out',
    not_started_in_time: 'was not started in time',
    aborted: 'was cancelled with the job',
    fail_fast: "was cancelled because another run failed ('fail-fast')",
    not_runnable: 'cannot run',
    start_refused: 'was not started',
    start_unknown: 'may have been started',
    run_not_found: 'was not found',
    no_new_run: 'had no matching run to follow',
    newest_unknown: 'had no matching run to follow',
    lost_contact: 'could not be read',
    invalid_input: 'had invalid inputs',
    internal_error: 'hit an unexpected error',
    completed: 'succeeded',
    detached: 'succeeded',
    dry_run: 'succeeded',
    fresh: 'succeeded',
};
/** Max rows. The `results` output contains all. */
const maxRows = 300;
/** A row for each run. Those that did not succeed come first, because readers look for them. */
function severalTable(outcomes) {
    const head = ['', 'Run', 'Status', 'Duration', 'Attempts', 'Project'];
    const rows = failedFirst(outcomes).slice(0, maxRows).map(rowOf);
    // Most runs need one attempt, and an empty column only takes space.
    const shown = head.map((_, at) => at).filter((at) => rows.some((row) => row[at]));
    const pick = (row) => shown.map((at) => row[at] ?? '');
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(pick(head), rows.map(pick), ['Duration']), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .hiddenRunsNote */ .LK)(outcomes.length - maxRows));
}
function rowOf(outcome) {
    const { run, projectId, projectTitle } = outcome;
    const tookMs = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .runDurationMs */ .sW)(outcome);
    const title = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(projectTitle ?? '');
    return [
        icons[outcome.conclusion],
        linkedName(outcome),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(run?.status ?? ''),
        tookMs === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .unbroken */ .D_)((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .durationInWords */ .ji)(tookMs)),
        attemptsCell(outcome),
        // On a phone the last column is off screen, and a short title that wraps there would make every row taller.
        ((projectTitle ?? '').length > 40 ? title : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .unbroken */ .D_)(title)) || (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(projectId),
    ];
}
/** Max runs with advice. If more fail, the cause is usually the same. */
const maxAdvice = 20;
/** What to do about each run that did not succeed; '' if all did. */
function severalAdvice(outcomes) {
    const failed = failedFirst(outcomes).filter(({ conclusion }) => !(0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isGreen */ .gf)(conclusion));
    if (failed.length === 0)
        return '';
    const items = failed.slice(0, maxAdvice).map((outcome) => {
        const { headline, advice } = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictOf */ .Vj)(outcome);
        const words = [`${headline}.`, ...advice].join(' ');
        return `- **${linkedName(outcome)}**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .withLinks */ .q9)(words, outcome.candidates)}`;
    });
    const rest = failed.length - items.length;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .alert */ .xE)('CAUTION', [...items, ...(rest > 0 ? [`- and ${rest} more (see the table)`] : [])].join('\n'));
}
function linkedName({ name, projectId, run }) {
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(name ?? projectId), run?.runUrl);
}
/** Max pictures that are not folded. */
const maxOpen = 4;
/** The pictures one below the other, each under its name and linked to its run; '' if there are none. */
function pictureSection(pictures) {
    const isSeveralRuns = new Set(pictures.map(({ outcome }) => outcome)).size > 1;
    const shown = pictures.map(({ chart, outcome, address }) => {
        const { name, projectTitle, projectId, run } = outcome;
        const title = isSeveralRuns ? `${name ?? projectTitle ?? projectId}: ${chart.name}` : chart.name;
        const picture = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .image */ .Sl)(`Chart ${title}`, address), run?.runUrl);
        return `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(title)}**\n\n${picture}`;
    });
    const rest = shown.slice(maxOpen);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)(...shown.slice(0, maxOpen), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .TM)(`More charts (${rest.length})`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)(...rest)));
}


/***/ })

};

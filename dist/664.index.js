export const id = 664;
export const ids = [664];
export const modules = {

/***/ 5476:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _cancel_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7572);
/* harmony import */ var _hex_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9313);
/* harmony import */ var _inputs_cancel_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(532);
/* harmony import */ var _report_cancel_outputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3714);
/* harmony import */ var _report_cancel_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9364);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7245);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9478);







const step = (0,_step_js__WEBPACK_IMPORTED_MODULE_5__/* .openStep */ .b0)();
const { runner, clock, abort } = step;
await (0,_step_js__WEBPACK_IMPORTED_MODULE_5__/* .runCompanion */ .y6)(step, {
    failure: 'Hex runs not cancelled',
    read: _inputs_cancel_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readCancelInputs */ .c0,
    act: cancel,
    report,
    outputs: _report_cancel_outputs_js__WEBPACK_IMPORTED_MODULE_6__/* .cancelOutputs */ .P,
});
function cancel(inputs) {
    const { projectIds, runId, choice, dryRun, wait, timeoutMs } = inputs;
    const limits = { dryRun, wait, deadlineAtMs: step.beganAtMs + timeoutMs };
    return (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.connected)(step, inputs, (connection) => {
        const world = { ...connection, hex: (0,_hex_client_js__WEBPACK_IMPORTED_MODULE_1__.createHexClient)(connection.caller) };
        return runId === undefined
            ? (0,_cancel_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelActiveRuns */ .H)(projectIds, choice, limits, world)
            : (0,_cancel_cancel_active_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelOneRun */ .W)(projectIds[0] ?? '', runId, limits, world);
    });
}
/** Sets the exit code first. Reports that can fail come later and don't change it. */
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
/** Adds an annotation per project that could not be read, then one for the step. */
function annotate(outcome, verdict, headline) {
    const level = verdict === 'aborted' ? 'warning' : 'error';
    for (const { projectId, trouble } of outcome.failures.slice(0, _step_js__WEBPACK_IMPORTED_MODULE_5__/* .maxAnnotations */ .Z6 - 1)) {
        runner.annotate(level, 'Hex runs not cancelled', `Project ${projectId}: ${trouble.text}`);
    }
    const stopped = verdict === 'aborted' ? 'This step was stopped. ' : '';
    const refused = outcome.runs.filter(({ result }) => result === 'refused').map(_report_cancel_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .runResultLine */ .nT);
    const words = [`${stopped}${headline}`, ...refused.slice(0, _step_js__WEBPACK_IMPORTED_MODULE_5__/* .maxAnnotations */ .Z6 - 1)];
    runner.annotate(level, 'Hex runs not cancelled', words.join('\n'));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c0: () => (/* binding */ readCancelInputs)
/* harmony export */ });
/* unused harmony exports cancelInputDefaults, cancelOutputNames */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9368);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _project_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5569);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(401);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3237);





/** The names and defaults of the cancel action's inputs. A test compares them with its `action.yml`. */
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
/** Each project costs at least two requests, and Hex allows 30 per minute (API reference up to 2025). */
const maxProjects = 100;
const activeStatuses = ['PENDING', 'RUNNING'];
/** Reads all inputs of the cancel action. Throws one InputError that contains every problem. */
function readCancelInputs(inputText) {
    const reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .openInputs */ .AR)(inputText, cancelInputDefaults);
    const { read, readOptional } = reader;
    const address = (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .readAddress */ .zq)(reader);
    const projects = (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .readProjects */ .VH)(reader);
    const runId = readOptional('run-id', _project_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRunReference */ .o_);
    const choice = {
        statuses: read('statuses', parseStatuses),
        trigger: read('trigger', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTrigger */ .uc),
    };
    const olderThanMs = readOptional('older-than', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAge */ .F1);
    const others = {
        dryRun: read('dry-run', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG),
        wait: read('wait', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG),
        timeoutMs: read('timeout', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCompanionTimeout */ .No),
        summary: read('summary', _scalars_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG),
    };
    const projectIds = (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .checkProjects */ .Js)(projects, { baseUrl: address.baseUrl, max: maxProjects }, reader);
    checkTarget(projectIds, reader);
    const inputs = (0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .validOrThrow */ .oJ)({ ...address, projectIds, ...others }, reader);
    return Object.freeze({
        ...inputs,
        choice: { ...(0,_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .validOrThrow */ .oJ)(choice, reader), ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutUndefined */ .r$)({ olderThanMs }) },
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutUndefined */ .r$)({ runId }),
    });
}
/** Only active runs can be cancelled, and Hex has two statuses for them. */
function parseStatuses(text) {
    const words = text.split(/[\s,]/).filter((word) => word !== '');
    const unknown = words.find((word) => !activeStatuses.some((each) => each === word.toUpperCase()));
    if (unknown !== undefined) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(unknown)} is not a status that can be cancelled. Use PENDING, RUNNING or both.`);
    }
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(activeStatuses.filter((status) => words.some((word) => word.toUpperCase() === status)));
}
/** With `run-id`, inputs that choose among runs would be silently ignored. */
function checkTarget(projectIds, { text, add }) {
    if (text('project-id') === '')
        add('project-id', 'Missing. Enter a project ID, or several, one per line.');
    if (text('run-id') === '')
        return;
    if (projectIds.length > 1)
        add('project-id', "With 'run-id', enter only the project of that run.");
    for (const name of ['statuses', 'trigger', 'older-than']) {
        if (text(name).toUpperCase() !== cancelInputDefaults[name])
            add(name, "It cannot be combined with 'run-id', which names the run to cancel. Remove it.");
    }
}


/***/ }),

/***/ 6667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ inLanes)
/* harmony export */ });
/** Does the work for all items in the order of the list, at most `lanes` at a time. Results keep that order. */
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
/** Max results. GitHub limits an output to 1 MB (as UTF-16), and this many are far below. */
const maxResults = 1_000;
/** The outputs. Without an outcome (invalid inputs), those of a step that cancelled nothing. */
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
        results: JSON.stringify(results.slice(0, maxResults)),
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
/* harmony import */ var _cancel_choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5436);
/* harmony import */ var _cancel_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4439);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1006);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4902);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4702);





/** Max rows. The `results` output contains all. */
const maxRows = 200;
/** What Hex said of single runs is mostly the same for each. */
const maxTroubles = 10;
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
    const hiddenRows = runs.length - maxRows;
    const troubled = runs.filter(({ trouble }) => trouble !== undefined);
    const parts = [
        `### ${icons[verdict]} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(cancelHeadline(outcome))}`,
        ...failures.map(({ projectId, trouble }) => `> [!CAUTION]\n> The runs of project ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(projectId)} could not be listed, so none of them was cancelled. ${(0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .withLinks */ .q)(trouble.text)}`),
        runs.length === 0 ? '' : runTable(runs.slice(0, maxRows), nowMs),
        ...troubled.slice(0, maxTroubles).map(troubleAlert),
        hiddenRows > 0
            ? `> [!NOTE]\n> ${hiddenRows} more runs are not shown here; the ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)('results')} output has all.`
            : '',
        spared.length === 0 ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(sparedWords(outcome)),
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitted */ .$5)(`${parts.filter((part) => part !== '').join('\n\n')}\n`, _markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .maxSummaryBytes */ .aH);
}
/** How many active runs were left alone and why, one sentence; '' when there are none. */
function sparedWords({ spared }) {
    const words = Object.keys(sparedBecause).flatMap((why) => {
        const count = spared.filter((each) => each.why === why).length;
        return count === 0 ? [] : [`${count} ${sparedBecause[why]}`];
    });
    return words.length === 0 ? '' : `Not cancelled: ${words.join(', ')}.`;
}
/** A run in words, for the log and for annotations. */
function runResultLine({ projectId, run, result, trouble }) {
    const of = run.runUrl === undefined ? ` of project ${projectId}` : '';
    const status = result === 'ended' ? ` (${run.status})` : '';
    return [`Run ${run.runId}${of} ${_cancel_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .resultWords */ .X[result]}${status}.`, run.runUrl, trouble?.text]
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
    'age-unknown': 'of unknown age',
};
/** Ids are long, so the project's id is shown only if there are several projects. */
function runTable(runs, nowMs) {
    const several = new Set(runs.map(({ projectId }) => projectId)).size > 1;
    const rows = runs.map(({ projectId, run, result }) => [
        runCell(run),
        ...(several ? [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(projectId)] : []),
        run.runTrigger === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(run.runTrigger),
        ageCell((0,_cancel_choice_js__WEBPACK_IMPORTED_MODULE_0__/* .ageMs */ .W)(run, nowMs)),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(run.status),
        capitalised(_cancel_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .resultWords */ .X[result]),
    ]);
    const head = ['Run', ...(several ? ['Project'] : []), 'Trigger', 'Age', 'Status', 'Result'];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(head, rows, ['Age']);
}
function troubleAlert({ run, trouble }) {
    return `> [!CAUTION]\n> ${runCell(run)}: ${(0,_links_js__WEBPACK_IMPORTED_MODULE_3__/* .withLinks */ .q)(trouble?.text ?? '')}`;
}
function runCell(run) {
    return run.runUrl === undefined ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(run.runId) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(run.runId), run.runUrl);
}
function ageCell(age) {
    return age === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .durationInWords */ .j)(age);
}
function capitalised(sentence) {
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
function counted(count, one, many) {
    if (count === 0)
        return '';
    return count === 1 ? `one run ${one}` : `${count} runs ${many}`;
}


/***/ }),

/***/ 1006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ withLinks)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4902);

/**
 * A plain sentence as Markdown. URLs of these runs become links with the run's ID as text. Other plain URLs become code,
 * which can be copied as it is and which GitHub does not link, so a URL from outside is safe there too.
 */
function withLinks(sentence, runs = []) {
    const ids = new Map(runs.map(({ runUrl, runId }) => [runUrl, runId]));
    return (sentence
        .replace(/\s+/g, ' ')
        // A comma or full stop behind an address belongs to the sentence.
        .split(/(?<=^|[ "'(])(https?:\/\/\S+?)(?=[.,]?(?: |$))/)
        .map((part) => {
        const runId = ids.get(part);
        return runId === undefined ? withCode(part) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(runId), part);
    })
        .join(''));
}
/** Only characters that mean nothing in Markdown's code or in a table; not the punctuation behind it. */
const plainUrl = /(?<=^|[ "'(])(https?:\/\/[\w.:/@%?&=#~+-]*[\w/])(?=[.,;:"')]*(?: |$))/;
function withCode(text) {
    // Every second part is a URL.
    const parts = text.split(plainUrl);
    return parts.map((part, at) => (at % 2 === 1 ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(part) : escapedInPlace(part))).join('');
}
/** The blanks at its ends stay, for what stands beside it. */
function escapedInPlace(text) {
    return text.replace(/\S(?:.*\S)?/s, (words) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(words));
}


/***/ }),

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   Bu: () => (/* binding */ factTable),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   aH: () => (/* binding */ maxSummaryBytes),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Breaks what GitHub would turn into a mention, a reference, an emoji or a link of its own. Shows nothing. */
const zeroWidthSpace = '\u200b';
/** All that can mean something to Markdown or GitHub somewhere, as runs where the run decides. */
const suspects = /_+|#+|www(?=\.)|(?<![A-Za-z0-9])gh(?=-\d)|@(?=[\w-])|&(?=#?\w{1,40};)|[\\`*[\]<|~$>=+:.()-]/gi;
/** What after a colon makes it one of an emoji (`:tada:`) or of an address. */
const emojiOrAddress = /^(?:\/\/|[\w+-]*[a-z][\w+-]*:|[+-]1:|100:|1234:)/;
/**
 * Text from outside as text: no Markdown, no HTML, no link, no mention, no line break. Only what can mean
 * something where it stands is escaped (CommonMark 0.31, GFM), so that the summary's source stays readable.
 * Mentions, references and emoji are found by GitHub in the finished HTML, where a backslash is no help.
 */
function escapeMarkdown(text) {
    const line = oneLine(text);
    return line.replace(suspects, (found, index) => escapedAt(line, found, index));
}
function escapedAt(line, found, index) {
    const before = index === 0 ? '' : line.charAt(index - 1);
    const after = line.charAt(index + found.length);
    switch (found.charAt(0)) {
        case '_':
            // Between letters or digits it is one of them.
            return isWordy(before) && isWordy(after) ? found : '\\_'.repeat(found.length);
        case '#': {
            // A heading's mark stands at the start, or alone; with a number after it, it is an issue.
            const marks = before === '' || before === ' ' ? '\\#'.repeat(found.length) : found;
            return /\d/.test(after) ? marks + zeroWidthSpace : marks;
        }
        case '>':
        case '=':
        case '+':
        case '-':
            return index === 0 ? `\\${found}` : found;
        case '.':
        case ')':
            return index < 10 && /^\d+$/.test(line.slice(0, index)) ? `\\${found}` : found;
        case '(':
            return before === ']' ? `\\${found}` : found;
        case ':': {
            const mark = index === 0 || before === ':' ? '\\:' : ':';
            return emojiOrAddress.test(line.slice(index + 1, index + 64)) ? mark + zeroWidthSpace : mark;
        }
        case '<':
            return '&lt;';
        case '&':
            return '&amp;';
        case '$':
            return '&#36;';
        case '\\':
        case '`':
        case '*':
        case '[':
        case ']':
        case '|':
        case '~':
            return `\\${found}`;
        default:
            // www, gh, @
            return found + zeroWidthSpace;
    }
}
/** Text as code. What would end the code or a table's cell is written as HTML, which all readers take alike. */
function code(text) {
    const line = oneLine(text);
    if (line === '')
        return '';
    return /[\\`|]/.test(line) ? `<code>${escapeMarkdown(line)}</code>` : `\`${line}\``;
}
/** A link whose text is ours or was escaped; what is no web address stays text. */
function link(text, address) {
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
        return text;
    const safe = new URL(address).href
        .replace(/[()<>|\s"'\\`*_$]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
        .replaceAll('&', '&amp;');
    return `[${text}](${safe})`;
}
/** A table of two columns without a head that says anything. */
function factTable(rows) {
    const shown = rows.filter(([, value]) => value !== '');
    if (shown.length === 0)
        return '';
    return ['| | |', '|:--|:--|', ...shown.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}
/** A table whose cells are Markdown already; `right` names the columns of numbers. */
function table(head, rows, right = []) {
    const rule = head.map((name) => (right.includes(name) ? '--:' : ':--'));
    return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** Text that stays on one line where a table is narrow. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
}
/** A picture, described by text from outside. */
function image(description, address) {
    return `!${link(escapeMarkdown(description), address)}`;
}
/** GitHub drops a step's summary above 1 MiB whole (actions/runner, FileCommandManager.cs). */
const maxSummaryBytes = 1_000_000;
/** Cuts Markdown to a number of UTF-8 bytes at a line's end and says so; GitHub drops a longer summary whole. */
function fitted(markdown, maxBytes) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const note = '\n\n> [!NOTE]\n> The rest did not fit and was omitted.\n';
    const room = maxBytes - Buffer.byteLength(note);
    const cut = Buffer.from(markdown).subarray(0, Math.max(0, room)).toString('utf8');
    const lineEnd = cut.lastIndexOf('\n');
    return `${lineEnd > 0 ? cut.slice(0, lineEnd) : ''}${note}`;
}
function isWordy(character) {
    return /[\p{L}\p{N}]/u.test(character);
}
/** Without line breaks and control characters, and without those that turn the direction of the text around. */
function oneLine(text) {
    return text
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/[\u202a-\u202e\u2066-\u2069]+/g, '')
        .trim();
}


/***/ })

};

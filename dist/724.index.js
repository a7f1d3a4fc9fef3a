export const id = 724;
export const ids = [724];
export const modules = {

/***/ 4841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finishWantedReports: () => (/* binding */ finishWantedReports)
/* harmony export */ });
/* harmony import */ var _github_job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7249);
/* harmony import */ var _inputs_contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5984);
/* harmony import */ var _inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(401);
/* harmony import */ var _inputs_report_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8580);
/* harmony import */ var _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3237);
/* harmony import */ var _report_check_and_comment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2723);
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8704);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6037);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1309);
/* harmony import */ var _check_and_comment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9529);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(838);











/**
 * In the post step: completes the check run that a killed main step left open, and writes the post step's last word to
 * this use's own check run and comment. Most jobs leave nothing to do.
 */
async function finishWantedReports(step, check, lastWord) {
    const { runner } = step;
    const use = (0,_state_js__WEBPACK_IMPORTED_MODULE_10__/* .readUse */ .UT)(runner.state(_state_js__WEBPACK_IMPORTED_MODULE_10__/* .useStateName */ .ks));
    const job = (0,_github_job_js__WEBPACK_IMPORTED_MODULE_0__/* .readJob */ .cd)(runner.env, await (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .readEvent */ .j_)(runner.env));
    if (job === undefined || use === undefined)
        return;
    const { read, readOptional } = (0,_inputs_reader_js__WEBPACK_IMPORTED_MODULE_2__/* .openInputs */ .AR)(runner.input, _inputs_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .runInputDefaults */ .ie);
    const gitHubToken = runner.input('github-token').trim();
    (0,_step_js__WEBPACK_IMPORTED_MODULE_7__/* .maskToken */ .gg)(runner, gitHubToken);
    const pullNumber = readOptional('pr-number', _inputs_report_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePrNumber */ .$S);
    const context = (0,_context_js__WEBPACK_IMPORTED_MODULE_9__/* .openContext */ .eA)(step, { job, use, gitHubToken, pullNumber });
    await Promise.all([
        endCheck(context, check, lastWord),
        lastWord !== undefined && read('pr-comment', _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBoolean */ .yG)
            ? (0,_check_and_comment_js__WEBPACK_IMPORTED_MODULE_8__/* .writeComment */ .HF)(context, lastWord)
            : undefined,
    ]);
}
async function endCheck(context, check, lastWord) {
    // Never change a check run of another use, whatever the state says.
    if (check === undefined || check.externalId !== context.use.mark)
        return;
    await (0,_context_js__WEBPACK_IMPORTED_MODULE_9__/* .bestEffort */ .z$)(context, _context_js__WEBPACK_IMPORTED_MODULE_9__/* .reportKinds */ .eL.check, async (time) => {
        const report = lastWord === undefined
            ? (0,_report_check_and_comment_js__WEBPACK_IMPORTED_MODULE_5__/* .abandonedCheck */ .fr)(check.runUrl, check.verdict)
            : (0,_report_check_and_comment_js__WEBPACK_IMPORTED_MODULE_5__/* .overviewCheck */ .kM)(check.runUrl, lastWord);
        await (0,_check_and_comment_js__WEBPACK_IMPORTED_MODULE_8__/* .finishCheck */ .ou)(await context.repository(time), check, report, lastWord !== undefined);
    });
}


/***/ }),

/***/ 401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ openInputs),
/* harmony export */   HN: () => (/* binding */ areValid),
/* harmony export */   c3: () => (/* binding */ setText),
/* harmony export */   cN: () => (/* binding */ inputReader),
/* harmony export */   dw: () => (/* binding */ asMapping),
/* harmony export */   oJ: () => (/* binding */ validOrThrow),
/* harmony export */   vX: () => (/* binding */ collectProblems),
/* harmony export */   wi: () => (/* binding */ notSingle),
/* harmony export */   zq: () => (/* binding */ readAddress)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9368);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3237);



function collectProblems() {
    const all = [];
    const inputs = new Set();
    const add = (input, message) => {
        all.push({ input, message });
        inputs.add(input);
    };
    return {
        all,
        has: (input) => inputs.has(input),
        add,
        take: (input, parse) => (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedOr */ .F4)(parse, (message) => add(input, message)),
    };
}
/** Reads the inputs of an action. An empty input, for example from an expression without a value, means its default. */
function openInputs(inputText, defaults) {
    return inputReader((name) => setText(inputText, name), defaults);
}
/** The untrimmed text of an input, because leading spaces are part of YAML's indentation; undefined if it is not set. */
function setText(inputText, name) {
    const text = inputText(name);
    return text.trim() === '' ? undefined : text;
}
/** @param written what is written for an input: its text, or in an entry of `runs` any value. */
function inputReader(written, defaults, problems = collectProblems()) {
    const { add, take } = problems;
    const isSet = (name) => {
        const it = written(name);
        return typeof it === 'string' ? it.trim() !== '' : it !== undefined;
    };
    const text = (name) => {
        const it = written(name);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(it))
            return String(it).trim();
        if (it !== undefined)
            add(name, notSingle);
        return defaults[name];
    };
    const read = (name, parse) => take(name, () => parse(text(name)));
    return {
        ...problems,
        isSet,
        text,
        read,
        readOptional: (name, parse) => (text(name) === '' ? undefined : read(name, parse)),
        async readStructured(name, parse, rules) {
            const it = isSet(name) ? written(name) : undefined;
            if (it === undefined)
                return undefined;
            if (typeof it !== 'string')
                return take(name, () => parse(it));
            // Loaded only where it is needed, because the YAML parser takes long to load (docs/decisions/0001-dependencies.md).
            const { parseStructured } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(712)]).then(__webpack_require__.bind(__webpack_require__, 4712));
            return take(name, () => parse(parseStructured(it, rules)));
        },
        readLines: (name, parse) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .Dx)(text(name))
            .map((line) => take(name, () => parse(line)))
            .filter((item) => item !== undefined),
    };
}
/** The problem with a list or a mapping where a single value is expected. */
const notSingle = 'Must be a single value.';
/** Returns the value if it is a mapping. */
function asMapping(it) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isMapping */ .pi)(it)
        ? it
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('Must be a mapping. Enter one "name: value" pair per line, or a JSON object.');
}
/** Reads the inputs that every action has: scheme and host of Hex, and the token for it. */
function readAddress({ read }) {
    return { token: read('token', _scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .parseToken */ .pI), baseUrl: read('base-url', _scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .parseBaseUrl */ .Q2) };
}
/** True if none of the values is undefined, so all inputs are valid. */
function areValid(values) {
    return Object.values(values).every((it) => it !== undefined);
}
/** Returns the values if all inputs are valid. Throws one InputError that contains every problem. */
function validOrThrow(values, { all }) {
    if (all.length > 0 || !areValid(values))
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(all);
    return values;
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

export const id = 591;
export const ids = [591];
export const modules = {

/***/ 591:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _inputs_problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _inputs_verify_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1041);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5364);
/* harmony import */ var _report_verify_outputs_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7865);
/* harmony import */ var _report_verify_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8531);
/* harmony import */ var _report_verify_words_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8302);
/* harmony import */ var _run_abort_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(488);
/* harmony import */ var _runner_clock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(453);
/* harmony import */ var _runner_runner_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3281);
/* harmony import */ var _verify_outcome_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3924);
/* harmony import */ var _verify_verify_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1255);
/* harmony import */ var _checked_tls_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4237);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7355);
/* harmony import */ var _input_problems_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6773);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9001);















// The signals are armed before anything else: a cancelled job still gets its outputs.
const runner = (0,_runner_runner_js__WEBPACK_IMPORTED_MODULE_6__/* .openRunner */ .N)(process);
const clock = _runner_clock_js__WEBPACK_IMPORTED_MODULE_5__/* .systemClock */ .m;
const abort = (0,_run_abort_js__WEBPACK_IMPORTED_MODULE_4__/* .createAbort */ .x)(clock);
const beganAtMs = clock.now();
/** GitHub keeps ten annotations of a level per step; one is for the whole. */
const maxAnnotations = 9;
runner.onStop(abort.request);
await main();
async function main() {
    const token = (0,_token_js__WEBPACK_IMPORTED_MODULE_9__/* .maskedToken */ .H)(runner);
    (0,_checked_tls_js__WEBPACK_IMPORTED_MODULE_10__/* .keepTlsChecked */ .E)(runner);
    let outcome;
    try {
        const inputs = (0,_inputs_verify_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readVerifyInputs */ .Ht)((name) => (name === 'token' ? token : runner.input(name)));
        outcome = await check(inputs);
        abort.close();
        await report(outcome, inputs);
    }
    catch (error) {
        runner.fail();
        if (error instanceof _inputs_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz)
            (0,_input_problems_js__WEBPACK_IMPORTED_MODULE_11__/* .annotateProblems */ .$)(runner, error);
        else {
            const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
            const words = `Unexpected error in this action. Report it with this line: ${detail}`;
            runner.annotate('error', 'Hex token not verified', words);
        }
    }
    abort.close();
    for (const [name, text] of Object.entries((0,_report_verify_outputs_js__WEBPACK_IMPORTED_MODULE_12__/* .verifyOutputs */ .c)(outcome)))
        runner.output(name, text);
}
async function check(inputs) {
    const { projectIds, dryRun, expiresWithinDays, timeoutMs } = inputs;
    const connection = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_8__.connect)(inputs, runner.env, clock);
    const progress = (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .createProgress */ .m)();
    try {
        return await (0,_verify_verify_js__WEBPACK_IMPORTED_MODULE_7__/* .verify */ .M)({ projectIds, dryRun, expiresWithinDays, deadlineAtMs: beganAtMs + timeoutMs }, {
            hex: connection.hex,
            clock,
            random: Math.random,
            abort,
            tell: (event) => {
                for (const line of progress.lines(event, clock.now()))
                    runner.line(line);
            },
        });
    }
    finally {
        await connection.close();
    }
}
/** The verdict is set first; what can fail to be written comes after it and changes nothing. */
async function report(outcome, inputs) {
    const { failWhenExpiring, baseUrl } = inputs;
    const verdict = (0,_report_verify_words_js__WEBPACK_IMPORTED_MODULE_13__/* .verifyVerdictOn */ .G)(outcome, { failWhenExpiring, aborted: abort.signal.aborted });
    if (verdict === 'failed' || verdict === 'aborted')
        runner.fail();
    for (const line of (0,_report_verify_words_js__WEBPACK_IMPORTED_MODULE_13__/* .tokenLines */ .du)(outcome, baseUrl))
        runner.line(line);
    for (const each of outcome.projects)
        runner.line(`${(0,_report_verify_words_js__WEBPACK_IMPORTED_MODULE_13__/* .projectName */ .j1)(each)}: ${(0,_report_verify_words_js__WEBPACK_IMPORTED_MODULE_13__/* .projectWords */ .nU)(each)}`);
    annotate(outcome, verdict);
    if (inputs.summary)
        await runner.summary((0,_report_verify_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .verifySummary */ .I)(outcome, verdict, baseUrl));
}
function annotate(outcome, verdict) {
    const headline = `${(0,_report_verify_words_js__WEBPACK_IMPORTED_MODULE_13__/* .verifyHeadline */ .Qh)(outcome, verdict)}.`;
    if (verdict === 'ready')
        runner.line(headline);
    else {
        const advice = [
            ...(outcome.trouble === undefined ? [] : [outcome.trouble.text]),
            ...(outcome.isExpiring ? [_report_verify_words_js__WEBPACK_IMPORTED_MODULE_13__/* .renewWords */ .Ls] : []),
        ];
        const level = verdict === 'failed' ? 'error' : 'warning';
        const title = verdict === 'expiring' ? 'Hex token expires soon' : 'Hex token not ready';
        runner.annotate(level, title, [headline, ...advice].join(' '));
    }
    const notable = outcome.projects.filter(({ result }) => result !== 'ready' && result !== 'not_checked');
    for (const each of notable.slice(0, maxAnnotations)) {
        const level = (0,_verify_outcome_js__WEBPACK_IMPORTED_MODULE_14__/* .isRed */ .i)(each) && verdict !== 'aborted' ? 'error' : 'warning';
        runner.annotate(level, (0,_report_verify_words_js__WEBPACK_IMPORTED_MODULE_13__/* .projectName */ .j1)(each), (0,_report_verify_words_js__WEBPACK_IMPORTED_MODULE_13__/* .projectWords */ .nU)(each));
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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

/***/ 1041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ht: () => (/* binding */ readVerifyInputs)
/* harmony export */ });
/* unused harmony exports verifyInputDefaults, verifyOutputNames */
/* harmony import */ var _base_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6607);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7198);
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4059);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9307);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6790);
/* harmony import */ var _project_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5569);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3237);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2085);








/** The names of the verify action's inputs and their defaults, as its `action.yml` has them. */
const verifyInputDefaults = {
    token: '',
    'project-id': '',
    'dry-run': 'true',
    'expires-within-days': '7',
    'fail-when-expiring': 'false',
    timeout: '2m',
    'base-url': 'https://app.hex.tech',
    summary: 'true',
};
/** The names of its outputs, in the order of `action.yml`. */
const verifyOutputNames = (/* unused pure expression or super */ null && ([
    'valid',
    'email',
    'role',
    'expires-at',
    'days-left',
    'results',
]));
const timeoutBounds = { leastMs: 5_000, mostMs: 6 * 3_600_000 };
/** Each project costs two requests, one of them from the quota for starts (20 per minute, 60 per hour). */
const maxProjects = 50;
/** Reads all inputs of the verify action. Throws one InputError that holds every problem. */
function readVerifyInputs(inputText) {
    const problems = (0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .collectProblems */ .vX)();
    const text = (name) => inputText(name).trim() || verifyInputDefaults[name];
    const flag = (name) => problems.take(name, (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBoolean */ .y)(text(name)));
    const token = problems.take('token', (0,_token_js__WEBPACK_IMPORTED_MODULE_5__/* .parseToken */ .p)(inputText('token')));
    const baseUrl = problems.take('base-url', (0,_base_url_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBaseUrl */ .Q)(text('base-url')));
    const projects = (0,_lines_js__WEBPACK_IMPORTED_MODULE_6__/* .linesOf */ .D)(text('project-id')).flatMap((line) => problems.take('project-id', (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .parseProjectReference */ .i)(line)) ?? []);
    const dryRun = flag('dry-run');
    const expiresWithinDays = problems.take('expires-within-days', (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseInteger */ .c)(text('expires-within-days'), 0, 365));
    const failWhenExpiring = flag('fail-when-expiring');
    const timeoutMs = problems.take('timeout', (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(text('timeout'), timeoutBounds));
    const summary = flag('summary');
    (0,_hosts_js__WEBPACK_IMPORTED_MODULE_7__/* .checkHosts */ .G)(projects, baseUrl, problems);
    const projectIds = [...new Set(projects.map(({ projectId }) => projectId))];
    if (projectIds.length > maxProjects) {
        problems.add('project-id', `It lists ${projectIds.length} projects. The max is ${maxProjects}.`);
    }
    const inputs = {
        token,
        baseUrl,
        projectIds,
        dryRun,
        expiresWithinDays,
        failWhenExpiring,
        timeoutMs,
        summary,
    };
    if (problems.all.length > 0 || !(0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .areRead */ .rr)(inputs))
        throw new _problems_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(problems.all);
    return Object.freeze(inputs);
}


/***/ }),

/***/ 7865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ verifyOutputs)
/* harmony export */ });
/* harmony import */ var _verify_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8302);

/** The outputs; without an outcome (invalid inputs), those of an unknown token. */
function verifyOutputs(outcome) {
    const identity = outcome?.identity.kind === 'ok' ? outcome.identity.value : {};
    const { tokenExpiresAtMs: expiresAtMs } = identity;
    return {
        valid: outcome?.valid === undefined ? '' : String(outcome.valid),
        email: identity.email ?? '',
        role: identity.role ?? '',
        'expires-at': typeof expiresAtMs === 'number' ? new Date(expiresAtMs).toISOString() : '',
        'days-left': outcome?.daysLeft === undefined ? '' : String(outcome.daysLeft),
        results: JSON.stringify((outcome?.projects ?? []).map(resultOf)),
    };
}
function resultOf(check) {
    const { projectId, read, dryRun, result } = check;
    const project = read.kind === 'ok' ? read.value : undefined;
    return {
        project_id: projectId,
        project_title: project?.title ?? null,
        published_at: project?.lastPublishedAt ?? null,
        project_version: (dryRun.kind === 'ok' ? dryRun.value.projectVersion : undefined) ?? null,
        archived: project?.archived ?? null,
        dry_run: dryRun.kind === 'ok' ? 'accepted' : dryRun.kind,
        result,
        message: (0,_verify_words_js__WEBPACK_IMPORTED_MODULE_0__/* .projectWords */ .nU)(check),
        trace_id: traceIn(dryRun) ?? traceIn(read) ?? null,
    };
}
function traceIn(answer) {
    return 'trouble' in answer ? answer.trouble.traceId : undefined;
}


/***/ }),

/***/ 8531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ verifySummary)
/* harmony export */ });
/* harmony import */ var _verify_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3924);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4902);
/* harmony import */ var _verify_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8302);



/** The job summary: the result, what to do, the token's facts, and a row for each project. */
function verifySummary(outcome, verdict, host) {
    const { valid, projects, trouble, isExpiring } = outcome;
    const parts = [
        `### ${icons[verdict]} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_verify_words_js__WEBPACK_IMPORTED_MODULE_1__/* .verifyHeadline */ .Qh)(outcome, verdict))}`,
        valid === true || trouble === undefined ? '' : alert('CAUTION', trouble.text),
        isExpiring ? alert('WARNING', _verify_words_js__WEBPACK_IMPORTED_MODULE_1__/* .renewWords */ .Ls) : '',
        tokenTable(outcome, host),
        projects.length === 0 ? '' : projectTable(projects),
        projects.length === 0 ? '' : 'Nothing was started.',
    ];
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .fitted */ .$5)(`${parts.filter((part) => part !== '').join('\n\n')}\n`, _markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .maxSummaryBytes */ .aH);
}
const icons = {
    ready: '✅',
    expiring: '⏰',
    failed: '❌',
    aborted: '🚫',
};
function tokenTable(outcome, host) {
    const { identity, valid } = outcome;
    const facts = [
        ['Host', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(host)],
        ['Token', valid === undefined ? 'not known' : valid ? 'accepted' : 'rejected'],
    ];
    if (valid !== true)
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .factTable */ .Bu)(facts);
    if (identity.kind !== 'ok')
        return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .factTable */ .Bu)([...facts, ['User and expiry', 'cannot be read']]);
    const { email, role } = identity.value;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .factTable */ .Bu)([
        ...facts,
        ['User', email === undefined ? 'workspace token' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(email)],
        ['Role', role === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(role)],
        ['Expiry', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_verify_words_js__WEBPACK_IMPORTED_MODULE_1__/* .expiryWords */ .T_)(outcome))],
    ]);
}
function projectTable(projects) {
    const rows = projects.map((check) => [
        (0,_verify_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .isRed */ .i)(check) ? '❌' : check.result === 'ready' ? '✅' : '⚠️',
        `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_verify_words_js__WEBPACK_IMPORTED_MODULE_1__/* .projectName */ .j1)(check))}${check.read.kind === 'ok' ? `<br>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(check.projectId)}` : ''}`,
        check.dryRun.kind === 'ok' ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(check.dryRun.value.projectVersion ?? '') : '',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_verify_words_js__WEBPACK_IMPORTED_MODULE_1__/* .projectWords */ .nU)(check)),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(['', 'Project', 'Version', 'Result'], rows);
}
function alert(kind, text) {
    return `> [!${kind}]\n> ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(text)}`;
}


/***/ }),

/***/ 8302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ verifyVerdictOn),
/* harmony export */   Ls: () => (/* binding */ renewWords),
/* harmony export */   Qh: () => (/* binding */ verifyHeadline),
/* harmony export */   T_: () => (/* binding */ expiryWords),
/* harmony export */   du: () => (/* binding */ tokenLines),
/* harmony export */   j1: () => (/* binding */ projectName),
/* harmony export */   nU: () => (/* binding */ projectWords)
/* harmony export */ });
/* harmony import */ var _verify_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3924);

/** Red is what would stop a run; an expiry that is near is red only on request. */
function verifyVerdictOn(outcome, { failWhenExpiring, aborted }) {
    const isFailed = outcome.valid !== true ||
        outcome.projects.some(_verify_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isRed */ .i) ||
        (outcome.isExpiring && failWhenExpiring);
    if (isFailed)
        return aborted ? 'aborted' : 'failed';
    return outcome.isExpiring ? 'expiring' : 'ready';
}
/** The result in one sentence without a full stop. */
function verifyHeadline(outcome, verdict) {
    if (verdict === 'aborted')
        return 'The check was cancelled before it was complete';
    if (outcome.valid === false)
        return 'Hex rejected the token';
    if (outcome.valid === undefined)
        return 'Could not tell whether the token is valid';
    const { projects } = outcome;
    const red = projects.filter(_verify_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isRed */ .i).length;
    const token = outcome.isExpiring
        ? `The token is valid, but expires ${inDays(outcome.daysLeft ?? 0)}`
        : 'The token is valid';
    if (projects.length === 0)
        return token;
    const ready = projects.length - red;
    if (red === 0) {
        const all = projects.length === 1 ? 'the project is' : `all ${projects.length} projects are`;
        return outcome.isExpiring ? `${token}; ${all} ready` : `${token} and ${all} ready`;
    }
    return projects.length === 1
        ? `${token}, but the project is not ready`
        : `${token}, but only ${ready} of ${projects.length} projects are ready`;
}
/** What is known about the token, one sentence per fact, for the log. */
function tokenLines(outcome, host) {
    const { valid, identity, trouble } = outcome;
    if (valid !== true)
        return trouble === undefined ? [] : [trouble.text];
    const lines = [`${host} accepted the token.`];
    if (identity.kind !== 'ok') {
        return [
            ...lines,
            "The token's user and expiry cannot be read: the token lacks the scope, or this Hex does not have the endpoint. Runs do not need it.",
            ...troubleIn(identity),
        ];
    }
    const { email, role } = identity.value;
    const who = email === undefined
        ? 'Workspace token.'
        : `Personal token of ${email}${role === undefined ? '' : ` (${role})`}.`;
    return [...lines, who, expiryWords(outcome)];
}
/** When the token expires, one sentence. */
function expiryWords({ identity, daysLeft }) {
    const expiresAtMs = identity.kind === 'ok' ? identity.value.tokenExpiresAtMs : undefined;
    if (expiresAtMs === null)
        return 'It does not expire.';
    if (expiresAtMs === undefined || daysLeft === undefined)
        return 'Hex does not report its expiry.';
    return `It expires ${inDays(daysLeft)}, on ${dayOf(expiresAtMs)} (UTC).`;
}
/** What to do about a token that expires soon. */
const renewWords = 'Create a new token in Hex, replace the secret, then revoke the old one. A personal token stops working the moment it is regenerated.';
/** What is known about a project and what to do, in sentences. */
function projectWords(check) {
    const { read, dryRun, result, detail } = check;
    switch (result) {
        case 'ready':
            return [
                read.kind === 'ok'
                    ? publishedWords(read.value.lastPublishedAt)
                    : 'Its title and state cannot be read with this token.',
                dryRun.kind === 'ok' ? 'Hex accepted a dry run.' : 'No dry run was requested.',
            ].join(' ');
        case 'not_runnable':
            return detail ?? '';
        case 'refused':
            return ['The dry run was refused.', ...troubleIn(dryRun)].join(' ');
        case 'dry_run_unknown':
            return [
                'The project can be read, but the dry run had no clear response. A run may still work.',
                ...troubleIn(dryRun),
            ].join(' ');
        case 'no_access':
            return [
                dryRun.kind === 'skipped'
                    ? "The project cannot be read with this token, and no dry run was requested ('dry-run')."
                    : 'The project can be neither read nor dry-run with this token.',
                ...troubleIn(read),
                ...troubleIn(dryRun),
            ].join(' ');
        case 'not_checked':
            return 'Not checked.';
    }
    return result;
}
/** The name to show for a project. */
function projectName({ projectId, read }) {
    const title = read.kind === 'ok' ? read.value.title.trim() : '';
    return title === '' ? `Project ${projectId}` : title;
}
function publishedWords(lastPublishedAt) {
    const ms = Date.parse(lastPublishedAt ?? '');
    return Number.isNaN(ms) ? 'It can be read.' : `Last published on ${dayOf(ms)}.`;
}
function troubleIn(answer) {
    return 'trouble' in answer ? [answer.trouble.text] : [];
}
function inDays(days) {
    if (days === 0)
        return 'in less than a day';
    return days === 1 ? 'in 1 day' : `in ${days} days`;
}
function dayOf(ms) {
    return new Date(ms).toISOString().slice(0, 10);
}


/***/ }),

/***/ 305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ whyNotRunnable),
/* harmony export */   M: () => (/* binding */ preflight)
/* harmony export */ });
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7594);
/* harmony import */ var _persist_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8286);
/* harmony import */ var _recent_runs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4478);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1189);




/** Hex that cannot be read for so long is not a place to send a start to. */
const patienceMs = 60_000;
/**
 * Reads the project and its recent runs before anything is started. A project that cannot run stops here,
 * with the reason in words; one that the token may start but not read is started all the same.
 */
async function preflight(plan, world) {
    // One after the other: where many jobs begin at once, the first answer tells whether there is room for the second.
    const project = await readProject(plan, world);
    if (world.abort.signal.aborted)
        return { kind: 'stopped' };
    if (project.kind === 'failed')
        return project;
    if (project.project !== undefined) {
        world.tell({ kind: 'project', title: project.project.title });
        const detail = plan.start.kind === 'new' ? whyNotRunnable(project.project) : undefined;
        if (detail !== undefined)
            return { kind: 'not-runnable', project: project.project, detail };
    }
    // Which runs `run-id: latest` chooses from is read over and over, and tells what is usual as well.
    const listing = plan.start.kind === 'latest' ? undefined : await (0,_recent_runs_js__WEBPACK_IMPORTED_MODULE_1__/* .listBeforeStart */ .u)(plan, world);
    if (world.abort.signal.aborted)
        return { kind: 'stopped' };
    const typical = (0,_history_js__WEBPACK_IMPORTED_MODULE_3__/* .typicalOf */ .y)(listing?.runs ?? []);
    if (typical !== undefined) {
        const { typicalMs, latestMs, fromRuns } = typical;
        world.tell({ kind: 'typical', typicalMs, latestMs, fromRuns });
    }
    return {
        kind: 'go',
        ...(project.project === undefined ? {} : { project: project.project }),
        ...(listing === undefined ? {} : { listing }),
        ...(typical === undefined ? {} : { typical }),
    };
}
/** The reason in words why a start would be refused or run something else; undefined when it can run. */
function whyNotRunnable(project) {
    if (project.trashed)
        return 'The project is in the trash: restore it in Hex.';
    if (project.archived)
        return 'The project is archived: unarchive it in Hex.';
    if (project.type === 'COMPONENT')
        return 'This is a component, and only projects run: give the id of a project.';
    if (project.lastPublishedAt === null) {
        return 'The project was never published, and Hex runs the latest published version: publish it in Hex.';
    }
    return undefined;
}
async function readProject(plan, world) {
    const untilMs = Math.min(plan.deadlineAtMs, world.clock.now() + patienceMs);
    try {
        const call = () => world.hex.getProject(plan.projectId, {
            signal: world.abort.signal,
            notAfterMs: plan.deadlineAtMs,
            politeUntilMs: plan.deadlineAtMs,
            // An earlier run of this step may have refreshed the results meanwhile.
            uncached: plan.skipIfNewerThanMs !== undefined,
        });
        // A rate limit is an answer: where many jobs start at once, it is waited for as long as the user waits.
        const project = await (0,_persist_js__WEBPACK_IMPORTED_MODULE_0__/* .persist */ .Z)(world, untilMs, call, plan.deadlineAtMs);
        return { kind: 'read', project };
    }
    catch (error) {
        const { failure } = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .hexErrorOf */ .L)(error);
        const mayGoOn = failure.kind === 'refused' &&
            failure.status >= 400 &&
            failure.status < 500 &&
            failure.status !== 401;
        if (!mayGoOn || failure.status === 429)
            return { kind: 'failed', trouble: (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .c)(error) };
        // A token with only 'Run projects' may not read the project, and can run it: the start will tell.
        const text = 'The project could not be read, so its title and state are not known; going on without.';
        world.tell({ kind: 'note', text, trouble: (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .c)(error) });
        return { kind: 'read' };
    }
}


/***/ }),

/***/ 4478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ listRecentRuns),
/* harmony export */   u: () => (/* binding */ listBeforeStart)
/* harmony export */ });
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1189);

/** Hex's largest page. */
const pageSize = 100;
/** A project with more active API runs than this does not exist: a user has 25 kernels. */
const mostPages = 3;
/** Lists the runs before a start. It is free to fail: it serves the estimate, and finding a lost run. */
async function listBeforeStart(plan, world) {
    const atMs = world.clock.now();
    try {
        const options = {
            signal: world.abort.signal,
            deadlineMs: 10_000,
            notAfterMs: plan.deadlineAtMs,
            politeUntilMs: plan.deadlineAtMs,
        };
        return { runs: await listRecentRuns(world.hex, plan.projectId, options), atMs };
    }
    catch (error) {
        (0,_trouble_js__WEBPACK_IMPORTED_MODULE_0__/* .hexErrorOf */ .L)(error);
        return undefined;
    }
}
/**
 * The project's recent API-triggered runs, the active ones for certain among them. The order of
 * GetProjectRuns is documented nowhere: where a full page may hold the oldest runs, the active ones are
 * asked for by their status, which finds a run that was just started whatever the order is.
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
    for (let index = 0; index < mostPages; index += 1) {
        const filter = { limit: pageSize, offset: index * pageSize, trigger: 'API', status };
        const page = await hex.getProjectRuns(projectId, filter, options);
        runs.push(...page.runs);
        if (!page.hasNextPage)
            break;
    }
    return runs;
}
function isNewestFirst(runs) {
    const times = runs.flatMap((run) => run.startTime ?? []);
    return Date.parse(times[0] ?? '') > Date.parse(times.at(-1) ?? '');
}
/** Older Hex does not know the trigger filter and lists API runs only; newer says of each what started it. */
function isApiRun(run) {
    return run.runTrigger === undefined || run.runTrigger === 'API';
}
function unique(runs) {
    return [...new Map(runs.map((run) => [run.runId, run])).values()];
}


/***/ }),

/***/ 3924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isRed)
/* harmony export */ });
/** Does the project fail the step? */
function isRed({ result }) {
    switch (result) {
        case 'ready':
        case 'dry_run_unknown':
            return false;
        case 'not_runnable':
        case 'refused':
        case 'no_access':
        case 'not_checked':
            return true;
    }
    return result;
}


/***/ }),

/***/ 1255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3380);
/* harmony import */ var _run_persist_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8286);
/* harmony import */ var _run_preflight_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(305);
/* harmony import */ var _run_trouble_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1189);




const dayMs = 86_400_000;
/**
 * Who sets up a workflow waits for the verdict, so a host that does not respond is reported soon. A rate limit and a 503
 * pass by themselves, and are waited for until the timeout.
 */
const patienceMs = 20_000;
/** Short enough for a second attempt within the patience. */
const attemptMs = 15_000;
/**
 * Checks a token and the projects it is meant to run. Sends Me, GetProject and RunProject with `dryRun`, so nothing
 * is started. Every failed call is part of the outcome; only errors of our own are thrown.
 */
async function verify(plan, world) {
    const proof = { valid: undefined };
    const asking = { world, deadlineAtMs: plan.deadlineAtMs, proof };
    const { answer: identity, failure } = await ask(asking, isHiddenRead, (options) => world.hex.me(options));
    const projects = [];
    // A host that does not respond at all is not asked again for each project.
    const isUnreachable = failure?.kind === 'no-answer';
    for (const projectId of plan.projectIds) {
        projects.push(proof.valid === false || isUnreachable
            ? { projectId, read: skipped, dryRun: skipped, result: 'not_checked' }
            : await checkProject(projectId, plan.dryRun, asking));
    }
    return {
        valid: proof.valid,
        identity,
        ...expiryOf(identity, plan.expiresWithinDays, world),
        projects,
        ...(proof.valid === true || proof.trouble === undefined ? {} : { trouble: proof.trouble }),
    };
}
const skipped = { kind: 'skipped' };
async function checkProject(projectId, wantsDryRun, asking) {
    const { hex } = asking.world;
    const { answer: read } = await ask(asking, isHiddenRead, (options) => hex.getProject(projectId, options));
    const detail = read.kind === 'ok' ? (0,_run_preflight_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNotRunnable */ .H)(read.value) : undefined;
    if (detail !== undefined) {
        return { projectId, read, dryRun: skipped, result: 'not_runnable', detail };
    }
    const dryRun = wantsDryRun && asking.proof.valid !== false
        ? await ask(asking, isRefusal, (options) => hex.runProject(projectId, { dryRun: true }, options))
        : { answer: skipped };
    const result = asking.proof.valid === false ? 'not_checked' : resultOf(read, dryRun.answer);
    return { projectId, read, dryRun: dryRun.answer, result };
}
/** A dry run that Hex accepted is enough: a token with only the Run projects scope may be unable to read. */
function resultOf(read, dryRun) {
    if (read.kind === 'skipped' && dryRun.kind === 'skipped')
        return 'not_checked';
    if (dryRun.kind === 'refused')
        return 'refused';
    if (dryRun.kind === 'ok')
        return 'ready';
    if (read.kind !== 'ok')
        return 'no_access';
    return dryRun.kind === 'skipped' ? 'ready' : 'dry_run_unknown';
}
/** Makes a call until it has a clear response, and keeps what that proves about the token. */
async function ask({ world, deadlineAtMs, proof }, isClearRefusal, call) {
    const { clock, abort } = world;
    if (abort.signal.aborted || clock.now() >= deadlineAtMs)
        return { answer: skipped };
    const patientUntilMs = clock.now() + patienceMs;
    const attempt = async () => {
        try {
            const deadlineMs = Math.min(attemptMs, Math.max(1_000, deadlineAtMs - clock.now()));
            const options = { signal: abort.signal, notAfterMs: deadlineAtMs, deadlineMs };
            return { value: await call(options) };
        }
        catch (error) {
            const { failure } = (0,_run_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .hexErrorOf */ .L)(error);
            if (isWorthWaiting(failure, clock.now() < patientUntilMs))
                throw error;
            return { error };
        }
    };
    const made = await (0,_run_persist_js__WEBPACK_IMPORTED_MODULE_1__/* .persist */ .Z)(world, deadlineAtMs, attempt).catch((error) => ({ error }));
    if ('value' in made) {
        if (proof.valid === undefined)
            proof.valid = true;
        return { answer: { kind: 'ok', value: made.value } };
    }
    const { failure } = (0,_run_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .hexErrorOf */ .L)(made.error);
    const trouble = (0,_run_trouble_js__WEBPACK_IMPORTED_MODULE_3__/* .troubleOf */ .c)(made.error);
    learn(proof, failure, trouble);
    return { answer: { kind: isClearRefusal(failure) ? 'refused' : 'unknown', trouble }, failure };
}
function learn(proof, failure, trouble) {
    const isRejected = failure.kind === 'refused' && failure.status === 401 && failure.isPage !== true;
    if (isRejected && proof.valid !== false)
        Object.assign(proof, { valid: false, trouble });
    if (isHiddenRead(failure) && proof.valid === undefined)
        proof.valid = true;
    proof.trouble ??= trouble;
}
/** Only who knows the token says of what it may not see: 403 and 404 in Hex's JSON. */
function isHiddenRead(failure) {
    return (failure.kind === 'refused' &&
        failure.hexOwn &&
        (failure.status === 403 || failure.status === 404));
}
/** A page with a 4xx is no response of Hex, but it stands in the way of the start just the same. */
function isRefusal(failure) {
    return (failure.kind === 'refused' &&
        failure.status >= 300 &&
        failure.status < 500 &&
        ![408, 425, 429].includes(failure.status));
}
/** A dry run starts nothing, so it may be repeated like a read. A sign-in page does not go away. */
function isWorthWaiting(failure, isPatient) {
    if (failure.kind === 'unreadable')
        return false;
    const isBusy = failure.kind === 'refused' && (failure.status === 429 || failure.status === 503);
    return (isBusy || isPatient) && (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .mayRepeat */ .xg)('GET', failure);
}
/** Measured against Hex's clock, since the runner's may be wrong. */
function expiryOf(identity, withinDays, { hex, clock }) {
    const expiresAtMs = identity.kind === 'ok' ? identity.value.tokenExpiresAtMs : undefined;
    if (expiresAtMs === undefined || expiresAtMs === null) {
        return { daysLeft: undefined, isExpiring: false };
    }
    const leftMs = expiresAtMs - (hex.serverNow()?.latestMs ?? clock.now());
    return {
        daysLeft: Math.max(0, Math.floor(leftMs / dayMs)),
        isExpiring: withinDays > 0 && leftMs <= withinDays * dayMs,
    };
}


/***/ })

};

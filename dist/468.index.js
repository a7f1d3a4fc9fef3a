export const id = 468;
export const ids = [468];
export const modules = {

/***/ 591:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _hex_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7007);
/* harmony import */ var _inputs_verify_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1041);
/* harmony import */ var _report_verify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5727);
/* harmony import */ var _verify_verify_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1255);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7732);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1309);






const step = (0,_step_js__WEBPACK_IMPORTED_MODULE_5__/* .openStep */ .b0)();
await (0,_step_js__WEBPACK_IMPORTED_MODULE_5__/* .runCompanion */ .y6)(step, {
    failure: 'Hex token not verified',
    read: _inputs_verify_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .readVerifyInputs */ .Ht,
    act: check,
    report: (outcome, inputs) => (0,_report_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyReport */ .y)(outcome, inputs, step.abort.signal.aborted),
    outputs: _report_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyOutputs */ .c,
});
function check(inputs) {
    const plan = { ...inputs, deadlineAtMs: step.beganAtMs + inputs.timeoutMs };
    return (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.withConnection)(step, inputs, (connection) => (0,_verify_verify_js__WEBPACK_IMPORTED_MODULE_3__/* .verify */ .M)(plan, { ...connection, hex: (0,_hex_client_js__WEBPACK_IMPORTED_MODULE_0__.createHexClient)(connection.caller) }));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ht: () => (/* binding */ readVerifyInputs)
/* harmony export */ });
/* unused harmony exports verifyInputDefaults, verifyOutputNames */
/* harmony import */ var _project_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5569);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(401);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3237);



/** The names and defaults of the verify action's inputs. A test compares them with its `action.yml`. */
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
/** Each project costs two requests, one of them from the quota for starts (20 per minute, 60 per hour). */
const maxProjects = 50;
/** Reads all inputs of the verify action. Throws one InputError that contains every problem. */
function readVerifyInputs(inputText) {
    const reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .openInputs */ .AR)(inputText, verifyInputDefaults);
    const { read } = reader;
    const address = (0,_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .readAddress */ .zq)(reader);
    const projects = reader.readLines('project-id', _project_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseProjectReference */ .iJ);
    const others = {
        dryRun: read('dry-run', _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .yG),
        // 0 never warns.
        expiresWithinDays: read('expires-within-days', (it) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseInteger */ .cG)(it, 0, 365)),
        failWhenExpiring: read('fail-when-expiring', _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .yG),
        timeoutMs: read('timeout', _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCompanionTimeout */ .No),
        summary: read('summary', _scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .yG),
    };
    // Without a project, only the token is checked.
    const projectIds = (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProjects */ .Js)(projects, { baseUrl: address.baseUrl, max: maxProjects }, reader);
    return Object.freeze((0,_reader_js__WEBPACK_IMPORTED_MODULE_1__/* .validOrThrow */ .oJ)({ ...address, projectIds, ...others }, reader));
}


/***/ }),

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   LK: () => (/* binding */ hiddenRunsNote),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   S1: () => (/* binding */ openRunLink),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   q9: () => (/* binding */ withLinks),
/* harmony export */   qe: () => (/* binding */ summaryPage),
/* harmony export */   rb: () => (/* binding */ factRow),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   ut: () => (/* binding */ runLink),
/* harmony export */   xE: () => (/* binding */ alert)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8046);

/** An invisible character that keeps GitHub from making a mention, a reference, an emoji, or a link of a word. */
const zeroWidthSpace = '\u200b';
/** The text after a colon that makes it the start of an emoji (`:tada:`) or of a URL. */
const emojiOrUrl = /:(?=\/\/|(?=[\w+-]{1,62}:)[^a-z:]*[a-z]|[+-]1:|100:|1234:)/g;
/**
 * Text from outside as text: no Markdown, no HTML, no link, no mention, no line break. Only what can mean
 * something in its position is escaped (CommonMark 0.31, GFM), so that the summary's source stays readable.
 * GitHub finds mentions, references, and emoji in the finished HTML, where a backslash does not help.
 */
function escapeMarkdown(text) {
    return ((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text)
        .trim()
        .replace(/[\\`*[\]|~]/g, '\\$&')
        .replace(/&(?=#?\w{1,40};)/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(emojiOrUrl, `:${zeroWidthSpace}`)
        .replace(/^:|(?<=:):/g, '\\:')
        .replace(/@(?=[\w-])|www(?=\.)|(?<![a-z0-9])gh(?=-\d)|#(?=\d)/gi, `$&${zeroWidthSpace}`)
        // A heading's mark is at the start, or alone.
        .replace(/(?<![^ ])#/g, '\\#')
        .replace(/^[>=+-]|(?<=^\d{1,9})[.)]|(?<=\])\(/g, '\\$&')
        .replace(/\$/g, '&#36;')
        // Between letters or digits, an underscore is part of the word.
        .replace(/(?<!_)(?:(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}_]))/gu, (run) => run.replaceAll('_', '\\_')));
}
/** Text as code. Characters that would end the code or a table's cell need HTML, which all renderers read alike. */
function code(text) {
    const line = (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text).trim();
    if (line === '')
        return '';
    return /[\\`|]/.test(line) ? `<code>${escapeMarkdown(line)}</code>` : `\`${line}\``;
}
/** A link whose text is Markdown. Without a valid web address, only the text. */
function link(text, address) {
    if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address))
        return text;
    const safe = new URL(address).href
        .replace(/[()<>|\s"'\\`*_$]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
        .replaceAll('&', '&amp;');
    return `[${text}](${safe})`;
}
/** A run's ID, linked to the run. */
function runLink({ runId, runUrl }) {
    return runUrl === undefined ? code(runId) : link(escapeMarkdown(runId), runUrl);
}
/** The link to a run that a report begins with; '' if the run has no URL. */
function openRunLink(runUrl) {
    return runUrl === undefined ? '' : `**${link('Open the run in Hex', runUrl)}**`;
}
/** An image, described by text from outside. */
function image(description, address) {
    return `!${link(escapeMarkdown(description), address)}`;
}
/**
 * A plain sentence as Markdown. URLs of these runs become links with the run's ID as text. Other plain URLs become code,
 * which can be copied as it is and which GitHub does not link, so a URL from outside is safe there too. Statuses become
 * code, as in the tables.
 */
function withLinks(sentence, runs = []) {
    const ids = new Map(runs.map(({ runUrl, runId }) => [runUrl, runId]));
    return (sentence
        .replace(/\s+/g, ' ')
        // A comma or full stop after a URL belongs to the sentence.
        .split(/(?<=^|[ "'(])(https?:\/\/\S+?)(?=[.,]?(?: |$))/)
        .map((part) => {
        const runId = ids.get(part);
        return runId === undefined ? withCode(part) : link(code(runId), part);
    })
        .join(''));
}
/**
 * A URL or a status. A URL has only characters that mean nothing in Markdown's code or in a table, and no punctuation at
 * the end.
 */
const codeWord = /(?<=^|[ "'(])(https?:\/\/[\w.:/@%?&=#~+-]*[\w/]|PENDING|RUNNING|COMPLETED|ERRORED|KILLED|UNABLE_TO_ALLOCATE_KERNEL)(?=[.,;:"')]*(?: |$))/;
function withCode(text) {
    // Every second part is a URL or a status. Spaces at the ends of the others separate them from it.
    return text
        .split(codeWord)
        .map((part, at) => (at % 2 === 1 ? code(part) : part.replace(/\S(?:.*\S)?/s, escapeMarkdown)))
        .join('');
}
/** The known facts in one row, with their names as the head; '' if none is known. */
function factRow(facts) {
    const known = facts.filter(([, value]) => value !== '');
    if (known.length === 0)
        return '';
    return table(known.map(([name]) => name), [known.map(([, value]) => value)]);
}
/** A table of Markdown cells. `right` names the columns of numbers. */
function table(head, rows, right = []) {
    const rule = head.map((name) => (right.includes(name) ? '--:' : ':--'));
    return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** Text that stays on one line in a narrow table. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
}
/** The heading of a report. `headline` is plain text. */
function heading(icon, headline) {
    return `### ${icon} ${escapeMarkdown(headline)}`;
}
/** A box that GitHub colors by its kind. */
function alert(kind, markdown) {
    const lines = markdown.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
    return [`> [!${kind}]`, ...lines].join('\n');
}
/** The note below a table that does not show all runs. */
function hiddenRunsNote(count) {
    return count <= 0
        ? ''
        : alert('NOTE', `Runs not shown: ${count}. See the ${code('results')} output.`);
}
/** A section that readers open with a click; '' if it is empty. */
function folded(title, markdown) {
    return markdown === '' ? '' : `<details><summary>${title}</summary>\n\n${markdown}\n\n</details>`;
}
/** Markdown blocks one below the other; '' is left out. */
function blocks(...parts) {
    return parts.filter((part) => part !== '').join('\n\n');
}
/** GitHub drops a step's summary above 1 MiB completely (actions/runner, FileCommandManager.cs). */
const maxSummaryBytes = 1_000_000;
/** A job summary of these blocks, cut to the size that GitHub accepts. */
function summaryPage(...parts) {
    return fitted(`${blocks(...parts)}\n`, maxSummaryBytes);
}
/** Cuts Markdown to a number of UTF-8 bytes at the end of a line, with a note. */
function fitted(markdown, maxBytes) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const note = `\n\n${alert('NOTE', 'The rest did not fit and was omitted.')}\n`;
    const bytes = Math.max(0, maxBytes - Buffer.byteLength(note));
    const cut = Buffer.from(markdown).subarray(0, bytes).toString('utf8');
    return `${cut.slice(0, Math.max(0, cut.lastIndexOf('\n')))}${note}`;
}


/***/ }),

/***/ 5727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ verifyOutputs),
  y: () => (/* binding */ verifyReport)
});

;// CONCATENATED MODULE: ./build/verify/outcome.js
/** Does the result of this project fail the step? */
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

// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(4902);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/report/verify.js



const icons = {
    ready: '✅',
    expiring: '⏰',
    failed: '❌',
    aborted: '🚫',
};
/** Reports the check. The step fails on anything that would stop a run; if the token expires soon, only on request. */
function verifyReport(outcome, { failWhenExpiring, baseUrl }, isAborted) {
    const { valid, projects, isExpiring } = outcome;
    const isFailed = valid !== true || projects.some(isRed) || (isExpiring && failWhenExpiring);
    const [good, bad] = [isExpiring ? 'expiring' : 'ready', isAborted ? 'aborted' : 'failed'];
    const verdict = isFailed ? bad : good;
    const headline = headlineOf(outcome, verdict);
    const words = tokenWords(outcome, baseUrl);
    return {
        isFailed,
        lines: [...words, ...projects.map(lineOf), ...(verdict === 'ready' ? [`${headline}.`] : [])],
        annotations: annotationsOf(outcome, verdict, `${headline}.`),
        summary: (0,markdown/* summaryPage */.qe)((0,markdown/* heading */.R_)(icons[verdict], headline), valid === true ? (0,markdown/* withLinks */.q9)(words.join(' ')) : (0,markdown/* alert */.xE)('CAUTION', (0,markdown/* withLinks */.q9)(words.join(' '))), isExpiring ? (0,markdown/* alert */.xE)('WARNING', (0,markdown/* withLinks */.q9)(renewWords)) : '', ...(projects.length === 0 ? [] : [projectTable(projects), 'No run was started.'])),
    };
}
function annotationsOf({ trouble, isExpiring, projects }, verdict, headline) {
    const message = [headline, trouble?.text, isExpiring ? renewWords : undefined];
    const whole = {
        level: verdict === 'failed' ? 'error' : 'warning',
        title: verdict === 'expiring' ? 'Hex token expires soon' : 'Problem with the Hex token or projects',
        message: message.filter((part) => part !== undefined).join(' '),
    };
    const notable = projects.filter(({ result }) => result !== 'ready' && result !== 'not_checked');
    const levelOf = (checks) => checks.some(isRed) && verdict !== 'aborted' ? 'error' : 'warning';
    const own = (0,words/* annotationsWithin */.cK)(words/* maxAnnotations */.Z6 - 1, notable, (each) => (0,words/* annotation */.w7)(levelOf([each]), nameOf(each), projectWords(each)), (rest) => (0,words/* annotation */.w7)(levelOf(rest), `${rest.length} more projects`, ...rest.map(lineOf)));
    return verdict === 'ready' ? own : [whole, ...own];
}
/** The result in one sentence without a full stop. */
function headlineOf(outcome, verdict) {
    const { valid, isExpiring, daysLeft = 0, projects } = outcome;
    if (verdict === 'aborted')
        return 'The check was cancelled before it finished';
    if (valid === false)
        return 'Hex rejected the token';
    if (valid === undefined)
        return 'Could not determine whether the token is valid';
    const token = isExpiring
        ? `The token is valid, but expires ${inDays(daysLeft)}`
        : 'The token is valid';
    const [and, but] = isExpiring ? [';', ';'] : [' and', ', but'];
    const count = projects.length;
    if (count === 0)
        return token;
    const red = projects.filter(isRed).length;
    if (red === 0) {
        const unknown = projects.filter(({ result }) => result === 'dry_run_unknown').length;
        const runs = unknown === 1 ? 'a dry run' : `${unknown} dry runs`;
        if (unknown > 0)
            return `${token}${but} the outcome of ${runs} is unknown`;
        const all = count === 1 ? 'the project is' : `all ${count} projects are`;
        return `${token}${and} ${all} ready`;
    }
    if (count === 1)
        return `${token}${but} the project is not ready`;
    return `${token}${but} ${red} of ${count} projects ${red === 1 ? 'is' : 'are'} not ready`;
}
function projectTable(projects) {
    const rows = projects.map((check) => [
        isRed(check) ? '❌' : check.result === 'ready' ? '✅' : '⚠️',
        `${(0,markdown/* escapeMarkdown */.FV)(nameOf(check))}${check.read.kind === 'ok' ? `<br>${(0,markdown/* code */.aY)(check.projectId)}` : ''}`,
        check.dryRun.kind === 'ok' ? (0,markdown/* escapeMarkdown */.FV)(check.dryRun.value.projectVersion ?? '') : '',
        (0,markdown/* withLinks */.q9)(projectWords(check)),
    ]);
    return (0,markdown/* table */.tp)(['', 'Project', 'Version', 'Result'], rows);
}
/** What is known about the token, one sentence per fact. */
function tokenWords(outcome, host) {
    const { valid, identity, trouble } = outcome;
    if (valid !== true)
        return [trouble?.text ?? `No request was sent to ${host}.`];
    const accepted = `${host} accepted the token.`;
    if (identity.kind !== 'ok') {
        return [
            accepted,
            identity.kind === 'refused'
                ? "The token's user and expiration date cannot be read. The token may not have the 'Read users' scope, or this Hex host may not support /v1/users/me. Runs are not affected."
                : "The token's user and expiration date could not be read. Runs are not affected.",
            ...troubleIn(identity),
        ];
    }
    const { email, role } = identity.value;
    const user = email === undefined
        ? 'It is a workspace token.'
        : `It is a personal token that belongs to ${email}${role === undefined ? '' : ` (${role})`}.`;
    return [accepted, user, expiryWords(outcome)];
}
/** When the token expires, in one sentence. */
function expiryWords({ identity, daysLeft }) {
    const expiresAtMs = identity.kind === 'ok' ? identity.value.tokenExpiresAtMs : undefined;
    if (expiresAtMs === null)
        return 'It does not expire.';
    if (expiresAtMs === undefined || daysLeft === undefined)
        return 'Hex does not report when the token expires.';
    return `It expires ${inDays(daysLeft)}, on ${(0,words/* utcDay */.dA)(expiresAtMs)} (UTC).`;
}
function inDays(days) {
    if (days === 0)
        return 'in less than a day';
    return days === 1 ? 'in 1 day' : `in ${days} days`;
}
/** What to do about a token that expires soon. */
const renewWords = 'Create a new token in Hex, replace the secret, and then revoke the old token. A personal token stops working as soon as you regenerate it.';
/** What is known about a project and what to do, in sentences. */
function projectWords(check) {
    const { read, dryRun, result, detail } = check;
    switch (result) {
        case 'ready':
            return `${readyWords(read)} ${dryRun.kind === 'ok' ? 'Hex accepted a dry run.' : 'No dry run was requested.'}`;
        case 'not_runnable':
            return detail ?? '';
        case 'refused':
            return ['The dry run was refused.', ...troubleIn(dryRun)].join(' ');
        case 'dry_run_unknown':
            return [
                'The project can be read, but the outcome of the dry run is unknown. The project may still be able to run.',
                ...troubleIn(dryRun),
            ].join(' ');
        case 'no_access':
            return [noAccessWords(check), ...troubleIn(read), ...troubleIn(dryRun)].join(' ');
        case 'not_checked':
            return 'Not checked.';
    }
    return result;
}
function readyWords(read) {
    if (read.kind === 'refused')
        return 'Its title and state cannot be read with this token.';
    if (read.kind !== 'ok')
        return 'Its title and state could not be read.';
    const publishedAtMs = Date.parse(read.value.lastPublishedAt ?? '');
    return Number.isNaN(publishedAtMs)
        ? 'The project can be read.'
        : `Last published on ${(0,words/* utcDay */.dA)(publishedAtMs)}.`;
}
/** Only if Hex itself refused the read, the token is the cause. */
function noAccessWords({ read, dryRun }) {
    const token = read.kind === 'refused' ? ' with this token' : '';
    return dryRun.kind === 'skipped'
        ? `The project could not be read${token}, and no dry run was requested ('dry-run').`
        : `The project could not be read${token}, and the dry run failed.`;
}
function troubleIn(answer) {
    return 'trouble' in answer ? [answer.trouble.text] : [];
}
function lineOf(check) {
    return `${nameOf(check)}: ${projectWords(check)}`;
}
/** The name to show for a project. */
function nameOf({ projectId, read }) {
    return (read.kind === 'ok' && read.value.title.trim()) || `Project ${projectId}`;
}
/** The outputs; without an outcome (invalid inputs), those of an unknown token. */
function verifyOutputs(outcome) {
    const identity = outcome?.identity.kind === 'ok' ? outcome.identity.value : {};
    const { tokenExpiresAtMs: expiresAtMs } = identity;
    return {
        valid: String(outcome?.valid ?? ''),
        email: identity.email ?? '',
        role: identity.role ?? '',
        'expires-at': typeof expiresAtMs === 'number' ? new Date(expiresAtMs).toISOString() : '',
        'days-left': String(outcome?.daysLeft ?? ''),
        results: JSON.stringify((outcome?.projects ?? []).map(resultOf)),
    };
}
/** One project in the `results` output. A fact that is not known is null. */
function resultOf(check) {
    const { projectId, read, dryRun, result } = check;
    const project = read.kind === 'ok' ? read.value : undefined;
    const trouble = [dryRun, read].flatMap((answer) => ('trouble' in answer ? answer.trouble : []));
    return {
        project_id: projectId,
        project_title: project?.title ?? null,
        published_at: project?.lastPublishedAt ?? null,
        project_version: (dryRun.kind === 'ok' ? dryRun.value.projectVersion : undefined) ?? null,
        archived: project?.archived ?? null,
        dry_run: dryRun.kind === 'ok' ? 'accepted' : dryRun.kind,
        result,
        message: projectWords(check),
        trace_id: trouble.find(({ traceId }) => traceId !== undefined)?.traceId ?? null,
    };
}


/***/ }),

/***/ 1883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ waitingFor),
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   Ld: () => (/* binding */ hexErrorOf),
/* harmony export */   c5: () => (/* binding */ withRetries)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4027);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3380);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9368);




/**
 * Retries a call until it succeeds, fails permanently, is aborted, or has no time left for another try. Then throws the
 * last failure. Unless `rule` says otherwise, the method of the request that failed decides (`mayRetry` in `retry.ts`),
 * so a start whose response was lost is not sent twice.
 * @param untilMs no try starts after this time, milliseconds since the epoch.
 */
async function withRetries(world, untilMs, call, rule = {}) {
    const { rateLimitUntilMs = untilMs } = rule;
    for (let tries = 1;; tries += 1) {
        try {
            return await call();
        }
        catch (error) {
            const { failure, call: failed } = hexErrorOf(error);
            const waitMs = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retryWaitMs */ .Ko)(failure, tries, world.random());
            const lastMs = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isRateLimit */ .a5)(failure) ? rateLimitUntilMs : untilMs;
            const inTime = world.clock.now() + waitMs < lastMs;
            const isRetryable = rule.mayRetry?.(failure) ?? (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .mayRetry */ .KO)(failed.method, failure);
            const isHopeless = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isOverLimit */ .kM)(failure) || !isRetryable;
            if (world.abort.signal.aborted || !inTime || isHopeless)
                throw error;
            world.onEvent({
                kind: 'waiting',
                why: waitingFor(failure),
                waitMs,
                trouble: troubleOf(error),
            });
            await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, waitMs, world.abort.signal);
            if (world.abort.signal.aborted)
                throw error;
        }
    }
}
/** Hex's own 503 to a start means that all 25 kernels of the user are in use (API overview). */
function waitingFor(failure, isStart = false) {
    if (failure.kind !== 'refused')
        return 'connection';
    if (failure.status === 429)
        return 'rate-limit';
    return isStart ? 'kernel' : 'hex';
}
/** A failed call for reports. Rethrows anything but a HexError, because it is an unexpected error. */
function troubleOf(error) {
    const { call, message } = hexErrorOf(error);
    return { text: message, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutUndefined */ .r$)({ traceId: call.traceId }) };
}
/** The error as a HexError. Rethrows anything else, so that an unexpected error is never reported as Hex's. */
function hexErrorOf(error) {
    if (error instanceof _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HexError */ ._W)
        return error;
    throw error;
}


/***/ }),

/***/ 2097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   BC: () => (/* binding */ listingLifeMs),
/* harmony export */   Nt: () => (/* binding */ maxPageSize),
/* harmony export */   j2: () => (/* binding */ isNewestFirst),
/* harmony export */   kv: () => (/* binding */ listRecentRuns),
/* harmony export */   pN: () => (/* binding */ listPages),
/* harmony export */   uR: () => (/* binding */ listBeforeStart)
/* harmony export */ });
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4027);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3380);
/* harmony import */ var _hex_wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7925);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1883);




/** Hex's largest page (OpenAPI document, mid-2026). */
const maxPageSize = 100;
/** Three pages of active API runs are enough: a user has 25 kernels (API overview). */
const maxActivePages = 3;
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
        const options = { signal: world.abort.signal, timeoutMs: 10_000, notAfterMs: atMs };
        return { runs: await listRecentRuns(world.hex, plan.projectId, options), atMs };
    }
    catch (error) {
        return { atMs: world.clock.now(), isThrottled: isThrottled((0,_calls_js__WEBPACK_IMPORTED_MODULE_3__/* .hexErrorOf */ .Ld)(error).failure) };
    }
}
/** Hex's rate limit, or our own limiter: another request now would fail too. */
function isThrottled(failure) {
    return (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isOverLimit */ .kM)(failure) || (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isRateLimit */ .a5)(failure);
}
/**
 * The project's recent API-triggered runs, including all active ones. The order of GetProjectRuns is not documented. If a
 * full page may contain the oldest runs, the active ones are listed by status, which finds a new run in any order.
 */
async function listRecentRuns(hex, projectId, options) {
    const filter = { limit: maxPageSize, trigger: 'API' };
    const page = await hex.getProjectRuns(projectId, filter, options);
    if (!page.hasNextPage || isNewestFirst(page.runs))
        return page.runs.filter(isApiRun);
    const found = new Map(page.runs.map((run) => [run.runId, run]));
    for (const status of ['PENDING', 'RUNNING']) {
        const { runs, isComplete } = await listPages(maxActivePages, (paging) => hex.getProjectRuns(projectId, { ...paging, trigger: 'API', status }, options));
        // In an incomplete list, someone else's run could look like the only new one.
        if (!isComplete) {
            throw new _hex_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HexError */ ._W({
                operation: 'GetProjectRuns',
                method: 'GET',
                path: `/v1/projects/${projectId}/runs`,
                failure: { kind: 'unreadable', status: 200 },
                words: `The project has more than ${runs.length} runs with the status ${status}.`,
                remedy: '',
            });
        }
        for (const run of runs)
            found.set(run.runId, run);
    }
    return [...found.values()].filter(isApiRun);
}
/**
 * Lists runs page by page.
 * @param isEnough whether the first page makes the others unnecessary.
 */
async function listPages(maxPages, read, isEnough = () => false) {
    const found = new Map();
    for (let pages = 1;; pages += 1) {
        const page = await read({ limit: maxPageSize, offset: (pages - 1) * maxPageSize });
        for (const run of page.runs)
            found.set(run.runId, run);
        const isComplete = !page.hasNextPage || (pages === 1 && isEnough(page.runs));
        if (isComplete || pages === maxPages)
            return { runs: [...found.values()], pages, isComplete };
    }
}
/**
 * No source states the order of GetProjectRuns. A page is newest first when its times never rise, be it those of the
 * ids or those of the starts, which differ where runs were queued.
 */
function isNewestFirst(runs) {
    const ids = runs.flatMap(({ runId }) => (0,_hex_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .timeInId */ .qt)(runId) ?? []);
    const starts = runs.flatMap(({ startTime }) => startTime === undefined ? [] : Date.parse(startTime));
    return [ids, starts].some((times) => 
    // A few known times among many unknown ones prove nothing.
    times.length * 2 > runs.length &&
        times.every((time, at) => time <= (times[at - 1] ?? time)) &&
        (times[0] ?? 0) > (times.at(-1) ?? 0));
}
function isApiRun(run) {
    return (0,_hex_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .hasTrigger */ .vl)(run, 'API');
}


/***/ }),

/***/ 1255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3380);
/* harmony import */ var _run_calls_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1883);
/* harmony import */ var _run_preflight_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(305);



const dayMs = 86_400_000;
/**
 * People run this while they set up a workflow, so a host that does not respond is reported soon. A rate limit or a 503 ends
 * by itself, so it is retried until the timeout.
 */
const patienceMs = 20_000;
/** Short enough for a second attempt within `patienceMs`. */
const attemptMs = 15_000;
/**
 * Checks a token and the projects it is meant to run. Sends Me, GetProject and RunProject with `dryRun`, so nothing
 * is started. Every failed call is part of the outcome; only unexpected errors are thrown.
 */
async function verify(plan, world) {
    const proof = { valid: undefined };
    const check = { world, deadlineAtMs: plan.deadlineAtMs, proof };
    const { answer: identity, failure } = await call(check, isHiddenRead, (options) => world.hex.me(options));
    const projects = [];
    // If the host does not respond at all, don't try again for each project.
    const isUnreachable = failure?.kind === 'no-response';
    for (const projectId of plan.projectIds) {
        projects.push(proof.valid === false || isUnreachable
            ? { projectId, read: skipped, dryRun: skipped, result: 'not_checked' }
            : await checkProject(projectId, plan.dryRun, check));
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
async function checkProject(projectId, wantsDryRun, check) {
    const { hex } = check.world;
    const { answer: read } = await call(check, isHiddenRead, (options) => hex.getProject(projectId, options));
    const detail = read.kind === 'ok' ? (0,_run_preflight_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNotRunnable */ .Hw)(read.value) : undefined;
    if (detail !== undefined) {
        return { projectId, read, dryRun: skipped, result: 'not_runnable', detail };
    }
    const dryRun = wantsDryRun && check.proof.valid !== false
        ? await call(check, isRefusal, (options) => hex.runProject(projectId, { dryRun: true }, options))
        : { answer: skipped };
    const result = check.proof.valid === false ? 'not_checked' : resultOf(read, dryRun.answer);
    return { projectId, read, dryRun: dryRun.answer, result };
}
/** A dry run that Hex accepted is enough: a token with only the Run projects scope may not be able to read. */
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
/** Retries a call until it has a clear response, and records what that proves about the token. */
async function call({ world, deadlineAtMs, proof }, isClearRefusal, send) {
    const { clock, abort } = world;
    if (abort.signal.aborted || clock.now() >= deadlineAtMs)
        return { answer: skipped };
    const patientUntilMs = clock.now() + patienceMs;
    const attempt = () => {
        const timeoutMs = Math.min(attemptMs, Math.max(1_000, deadlineAtMs - clock.now()));
        return send({ signal: abort.signal, notAfterMs: deadlineAtMs, timeoutMs });
    };
    try {
        const value = await (0,_run_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .withRetries */ .c5)(world, deadlineAtMs, attempt, {
            mayRetry: (failure) => isWorthWaiting(failure, clock.now() < patientUntilMs),
        });
        proof.valid ??= true;
        return { answer: { kind: 'ok', value } };
    }
    catch (error) {
        const { failure } = (0,_run_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .hexErrorOf */ .Ld)(error);
        const trouble = (0,_run_calls_js__WEBPACK_IMPORTED_MODULE_1__/* .troubleOf */ .LH)(error);
        learn(proof, failure, trouble);
        return { answer: { kind: isClearRefusal(failure) ? 'refused' : 'unknown', trouble }, failure };
    }
}
function learn(proof, failure, trouble) {
    const isRejected = failure.kind === 'refused' && failure.status === 401 && failure.hexOwn;
    if (isRejected && proof.valid !== false)
        Object.assign(proof, { valid: false, trouble });
    if (isHiddenRead(failure))
        proof.valid ??= true;
    proof.trouble ??= trouble;
}
/** Only a 403 or 404 in Hex's own format proves that Hex accepted the token. */
function isHiddenRead(failure) {
    return failure.kind === 'refused' && failure.hexOwn && [403, 404].includes(failure.status);
}
/** Includes 4xx pages that are not from Hex, because they also prevent a start. */
function isRefusal(failure) {
    return (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .isRedirect */ .N6)(failure) || (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .isClientRefusal */ .mt)(failure);
}
/** A dry run starts nothing, so it is retried like a read. A sign-in page is not retried. */
function isWorthWaiting(failure, isPatient) {
    if (failure.kind === 'unreadable')
        return false;
    const isBusy = failure.kind === 'refused' && [429, 503].includes(failure.status);
    return (isBusy || isPatient) && (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .mayRetry */ .KO)('GET', failure);
}
/** Uses Hex's clock, because the runner's can be wrong. */
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

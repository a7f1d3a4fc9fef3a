export const id = 569;
export const ids = [569];
export const modules = {

/***/ 2569:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _inputs_api_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1182);
/* harmony import */ var _inputs_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6790);
/* harmony import */ var _inputs_request_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3351);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8046);
/* harmony import */ var _request_mask_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5368);
/* harmony import */ var _request_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1804);
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8704);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7732);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1309);









/**
 * GitHub limits an output to 1 MB and counts UTF-16, two bytes per character (GitHub docs, "Passing information between
 * jobs").
 */
const maxCharacters = 500_000;
/** An output's characters take at most 6 bytes each as a JSON escape. A file can hold more. */
const maxResponseBytes = { output: 4_000_000, file: 64_000_000 };
const step = (0,_step_js__WEBPACK_IMPORTED_MODULE_6__/* .openStep */ .b0)();
const { runner } = step;
await (0,_step_js__WEBPACK_IMPORTED_MODULE_6__/* .runCompanion */ .y6)(step, {
    failure: 'Hex request failed',
    read: _inputs_request_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .readRequestInputs */ .Vv,
    act,
    outputs: (outputs) => outputs ?? { status: '', data: '', 'trace-id': '' },
});
/** Makes the request, reports it, and returns the outputs. */
async function act(inputs) {
    const bodySecrets = (0,_request_mask_js__WEBPACK_IMPORTED_MODULE_7__/* .secretsInBody */ .vb)(inputs.body, inputs.mask);
    hideInLog(bodySecrets);
    const write = await openFile(inputs.saveTo);
    const plan = {
        ...inputs,
        deadlineAtMs: step.beganAtMs + inputs.timeoutMs,
        maxResponseBytes: maxResponseBytes[write === undefined ? 'output' : 'file'],
    };
    const outcome = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_5__.withConnection)(step, inputs, (world) => (0,_request_request_js__WEBPACK_IMPORTED_MODULE_3__/* .makeRequest */ .I)(plan, world));
    // Sets the exit code before anything that can fail to be written.
    if (outcome.kind !== 'answered') {
        const level = outcome.kind === 'aborted' ? 'warning' : 'error';
        return failed(outcome, 'Hex request failed', failureLine(outcome), level);
    }
    const { body } = outcome;
    const secrets = [...bodySecrets, ...(0,_request_mask_js__WEBPACK_IMPORTED_MODULE_7__/* .secretsAt */ .lD)(body, inputs.mask)];
    hideInLog(secrets);
    warnOfUnusedMasks(inputs, body);
    const call = `${inputs.method} ${(0,_inputs_api_path_js__WEBPACK_IMPORTED_MODULE_0__/* .pathText */ .LF)(inputs.path)}`;
    if (write !== undefined) {
        try {
            // Complete, because the file is the only way to masked values.
            await write(body === undefined ? '' : `${JSON.stringify(body, null, 2)}\n`);
        }
        catch (error) {
            const words = `The request succeeded, but its response could not be written: ${(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error)}`;
            return failed(outcome, 'Response not saved', words);
        }
        runner.line(answeredLine(call, outcome, inputs.saveTo));
        return requestOutputs(outcome, '');
    }
    const data = body === undefined ? '' : JSON.stringify((0,_request_mask_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutSecrets */ .cT)(body, inputs.mask, secrets));
    const complaint = tooLarge(data);
    if (complaint !== undefined)
        return failed(outcome, 'Response too large for an output', `${call}: ${complaint}`);
    runner.line(answeredLine(call, outcome, undefined));
    return requestOutputs(outcome, data);
}
function failed(outcome, title, message, level = 'error') {
    runner.fail();
    runner.annotate(level, title, message);
    return requestOutputs(outcome, '');
}
async function openFile(saveTo) {
    if (saveTo === undefined)
        return undefined;
    try {
        return await (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_4__/* .openResponseFile */ .CO)(saveTo, runner.env);
    }
    catch (error) {
        if (!(error instanceof _inputs_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .InvalidValue */ .h6))
            throw error;
        throw new _inputs_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([{ input: 'save-to', message: error.message }]);
    }
}
function hideInLog(secrets) {
    for (const mask of (0,_request_mask_js__WEBPACK_IMPORTED_MODULE_7__/* .logMasks */ .OX)(secrets))
        runner.mask(mask);
}
function warnOfUnusedMasks({ mask, body }, response) {
    for (const path of mask) {
        if ((0,_request_mask_js__WEBPACK_IMPORTED_MODULE_7__/* .matchesAny */ ._I)(body, path) || (0,_request_mask_js__WEBPACK_IMPORTED_MODULE_7__/* .matchesAny */ ._I)(response, path))
            continue;
        runner.annotate('warning', "Input 'mask'", `'mask': "${path.join('.')}" matches nothing in the request body or the response. Check the spelling.`);
    }
}
/** The outputs. `data` is the response with secrets masked. */
function requestOutputs(outcome, data) {
    return {
        status: outcome.status === undefined ? '' : String(outcome.status),
        data,
        'trace-id': outcome.traceId ?? '',
    };
}
/** The log line after a response. It contains nothing from the body, which can be secret. */
function answeredLine(call, { status, pages, traceId }, savedTo) {
    const facts = [
        `${call}: ${status}`,
        ...(pages > 1 ? [`${pages} pages`] : []),
        ...(savedTo === undefined ? [] : [`saved to ${savedTo}`]),
        ...(traceId === undefined ? [] : [`trace ID ${traceId}`]),
    ];
    return facts.join(', ');
}
/** The error: what was tried, Hex's response, and whether Hex may have processed the request. */
function failureLine(outcome) {
    const { kind, text, unsure } = outcome;
    return [
        ...(kind === 'aborted' ? ['This step was stopped.'] : []),
        text,
        ...(unsure
            ? [
                'Hex may have processed the request anyway. Before you send the request again, check in Hex whether it was processed.',
            ]
            : []),
    ].join(' ');
}
/** Why a response can't be an output; undefined if it can. */
function tooLarge(data) {
    return data.length <= maxCharacters
        ? undefined
        : `The request succeeded, but its response has ${data.length} characters. An output can hold at most ${maxCharacters} (GitHub's limit of 1 MB). To write the response to a file, set 'save-to'.`;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LF: () => (/* binding */ pathText),
/* harmony export */   pp: () => (/* binding */ parseApiPath),
/* harmony export */   u8: () => (/* binding */ readProjectParams)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9368);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _project_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5569);



/**
 * Fills the placeholders of a path such as `/v1/projects/{projectId}/runs` from `params`, percent-encoded. Other params
 * become the query. Refuses everything that would leave the API: other hosts, paths outside `/v1/`, and `..` in any
 * encoding.
 */
function parseApiPath(text, params) {
    checkTemplate(text);
    for (const [name, it] of Object.entries(params)) {
        // JSON can contain half of a surrogate pair ("\ud800"), which no URL can.
        if ([name, it].flat().some((each) => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(each) && !String(each).isWellFormed()))
            (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(name.toWellFormed())} in 'params' contains an invalid character. Remove it.`);
    }
    const used = new Set();
    const missing = new Set();
    let unfit;
    const filled = text.replace(/\{([^{}]*)\}/g, (_, name) => {
        const it = Object.hasOwn(params, name) ? params[name] : undefined;
        used.add(name);
        if (it === undefined)
            missing.add(name);
        else if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(it) || it === '')
            unfit ??= name;
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(it) ? encodeURIComponent(it) : '';
    });
    if (missing.size > 0) {
        const names = [...missing].slice(0, 5).map((name) => (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(`{${name}}`));
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${names.join(', ')} ${missing.size > 1 ? 'have' : 'has'} no value. Add ${missing.size > 1 ? 'the values' : 'the value'} to 'params'.`);
    }
    if (unfit !== undefined) {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(unfit)} in 'params' fills a placeholder, so it must be non-empty text or a number.`);
    }
    if (/[{}]/.test(filled))
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} has an unmatched brace.`);
    // Encoded values contain no question mark.
    const [pathname = '', ...written] = filled.split('?');
    const query = queryOf(written.join('?'), params, used);
    checkPath(pathname);
    return { pathname, query };
}
/**
 * Reads project references in a request the way the other actions read `project-id`. A project follows `projects/` or
 * `createPresignedUrl/` in the path, or is named `projectId` (Hex's OpenAPI document, mid-2026). Problems are about
 * `params`; invalid ids in the path are left to Hex.
 */
function readProjectParams(path, params) {
    const [pathname = '', ...query] = path.split('?');
    const projects = [];
    const read = { ...params };
    const names = new Set(['projectId']);
    const segments = pathname.split('/').map((segment, index, all) => {
        if (!['projects', 'createPresignedUrl'].includes(all[index - 1] ?? ''))
            return segment;
        const placeholder = /^\{(.+)\}$/.exec(segment)?.[1];
        if (placeholder !== undefined)
            names.add(placeholder);
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedOr */ .F4)(() => (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProjectReference */ .iJ)(segment).projectId, () => segment);
    });
    for (const name of names) {
        const text = Object.hasOwn(params, name) ? params[name] : undefined;
        if (typeof text !== 'string')
            continue;
        const project = (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedOr */ .F4)(() => (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProjectReference */ .iJ)(text), (problem) => (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(name)}: ${problem}`));
        projects.push(project);
        read[name] = project.projectId;
    }
    return { path: [segments.join('/'), ...query].join('?'), params: read, projects };
}
/** The path and query as they are sent, with some parameters of the query replaced. */
function pathText({ pathname, query }, replaced = {}) {
    const kept = query.filter(([name]) => !Object.hasOwn(replaced, name));
    const pairs = [...kept, ...Object.entries(replaced)].map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
    return pairs.length === 0 ? pathname : `${pathname}?${pairs.join('&')}`;
}
function checkTemplate(text) {
    if (text === '')
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)('Missing. Enter a path, for example "/v1/users/me".');
    if (/^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//')) {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is a full URL. Enter only the path, such as "/v1/users/me", and set the host with 'base-url'.`);
    }
    if (!text.startsWith('/v1/')) {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(/^\/?(api\/)?v1\//.test(text)
            ? `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} must start with "/v1/". Use ${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text.replace(/^\/?(api\/)?/, '/'))}.`
            : `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a Hex API path. Hex API paths start with "/v1/".`);
    }
    if (!/^[\x21-\x7e]+$/.test(text)) {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} contains spaces, control characters, or non-ASCII characters. Put the value in 'params' and use {name} in the path.`);
    }
    // Characters that RFC 3986 allows in a path and a query, and braces for placeholders.
    if (/[^\w\-.~!$&'()*+,;=:@%/?{}]/.test(text))
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} contains a character that is not allowed in Hex API paths. Put the value in 'params' and use {name} in the path.`);
}
/** The query in the path, then the params without a placeholder. */
function queryOf(written, params, used) {
    const others = Object.entries(params).filter(([name]) => !used.has(name));
    return [
        ...new URLSearchParams(written),
        ...others.flatMap(([name, it]) => (Array.isArray(it) ? it : [it]).map((each) => (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isScalar */ .jn)(each)
            ? [name, String(each)]
            : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(name)} in 'params' must be a single value or a list of values.`))),
    ];
}
/** Servers and proxies decode a path once or more often, so it must stay inside the API after every decoding. */
function checkPath(pathname) {
    let reading = pathname;
    for (let round = 0; round < 5; round += 1) {
        const parts = reading.slice('/v1/'.length).split(/[/\\]/);
        if (parts.some((part) => ['', '.', '..'].includes(part.replace(/;.*/s, ''))))
            break;
        let next;
        try {
            next = decodeURIComponent(reading);
        }
        catch {
            (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(pathname)} has invalid percent-encoding. Put the value in 'params' and use {name} in the path.`);
        }
        if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(next))
            (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(pathname)} contains control characters. Remove them.`);
        if (next === reading)
            return;
        reading = next;
    }
    (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(pathname)} points outside the Hex API. Paths cannot contain "..", ".", or empty segments, encoded or not.`);
}


/***/ }),

/***/ 5569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ checkHosts),
/* harmony export */   Js: () => (/* binding */ checkProjects),
/* harmony export */   Pb: () => (/* binding */ emptyExpressionHint),
/* harmony export */   iJ: () => (/* binding */ parseProjectReference),
/* harmony export */   o_: () => (/* binding */ parseRunReference)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3237);


const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/**
 * Parses any reference to a project: its id, the 22 characters at the end of an app's URL, or the URL of the notebook
 * (`…/hex/<id>/…`) or the app (`…/app/<title>-<22 characters>/latest`). The 22 characters are the UUID in base 62 (digits,
 * upper case, lower case; DataHub's hex_utils.py has examples), so no request to Hex is needed.
 */
function parseProjectReference(text) {
    const trimmed = text.trim();
    if (URL.canParse(trimmed) && /^https?:/i.test(trimmed))
        return fromAddress(new URL(trimmed), trimmed);
    const projectId = fromWord(trimmed);
    return projectId === undefined
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a project. Enter its ID (in Hex: project menu, "Copy project id"), or the URL of the project or app.`)
        : { projectId };
}
/** GitHub passes the same empty text for an expression without a value and for an input that is not set. */
const emptyExpressionHint = "If you use an expression, such as a 'vars' variable, check that its value is not empty.";
/** Parses a reference to a run: its UUID, or a URL that ends with it (Hex's run log). */
function parseRunReference(text) {
    if (text.toLowerCase() === 'none') {
        (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)("The expression for 'run-id' is empty. Check that the job that starts the run is listed in 'needs' and declares the output, and that the step that starts the run succeeded.");
    }
    const last = URL.canParse(text) ? new URL(text).pathname.split('/').filter(Boolean).at(-1) : text;
    return last !== undefined && _scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .uuid */ .uR.test(last)
        ? last.toLowerCase()
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a run ID. Use the 'run-id' output of the step that started the run.`);
}
/** The projects' ids, each once. Reports projects on another host, and too many of them. */
function checkProjects(projects, { baseUrl, max }, problems) {
    checkHosts(projects, baseUrl, problems);
    const ids = [...new Set(projects.map(({ projectId }) => projectId))];
    if (ids.length > max)
        problems.add('project-id', `Lists ${ids.length} projects. The limit is ${max}.`);
    return ids;
}
/** Reports a project URL on another Hex host than `base-url`. The token is valid on one host only, and a 401 does not say why. */
function checkHosts(projects, baseUrl, problems) {
    if (baseUrl === undefined)
        return;
    const isHexHost = (host) => host.endsWith('.hex.tech');
    const { host } = new URL(baseUrl);
    const other = projects
        .map((project) => project.host)
        .find((each) => each !== undefined && each !== host && isHexHost(each));
    if (other !== undefined && isHexHost(host)) {
        problems.add('base-url', `The project's URL is on ${other}, but 'base-url' is set to ${host}. Set 'base-url' to "https://${other}".`);
    }
}
function fromAddress(url, text) {
    const parts = url.pathname.split('/').filter(Boolean);
    // A workspace can itself be named "hex" or "app", so look for one that an id follows.
    const projectId = parts
        .filter((_, index) => parts[index - 1] === 'hex' || parts[index - 1] === 'app')
        .map(fromWord)
        .find((id) => id !== undefined);
    return projectId === undefined
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not the URL of a project or app. Open the project or app in Hex, and copy the URL that contains "/hex/" or "/app/".`)
        : { projectId, host: url.host };
}
/** A UUID, or the base 62 form at the end of `<title>-<22 characters>`. Titles can contain dashes. */
function fromWord(word) {
    if (_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .uuid */ .uR.test(word))
        return word.toLowerCase();
    const compact = /(?:^|-)([0-9A-Za-z]{22})$/.exec(word)?.[1];
    return compact === undefined ? undefined : fromBase62(compact);
}
function fromBase62(compact) {
    let number = 0n;
    for (const character of compact)
        number = number * 62n + BigInt(digits.indexOf(character));
    // 62^22 is a little more than 2^128, so some words of 22 characters are not UUIDs.
    if (number >= 2n ** 128n)
        return undefined;
    const hex = number.toString(16).padStart(32, '0');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
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

/***/ 3351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vv: () => (/* binding */ readRequestInputs)
/* harmony export */ });
/* unused harmony exports requestInputDefaults, requestOutputNames */
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9368);
/* harmony import */ var _api_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1182);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6790);
/* harmony import */ var _project_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5569);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(401);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3237);






/** The names and defaults of the request action's inputs. A test compares them with its `action.yml`. */
const requestInputDefaults = {
    token: '',
    method: 'GET',
    path: '',
    params: '',
    body: '',
    paginate: 'false',
    'max-pages': '100',
    retry: 'safe',
    'save-to': '',
    mask: '',
    timeout: '10m',
    'base-url': 'https://app.hex.tech',
};
/** The names of its outputs, in the order of `action.yml`. */
const requestOutputNames = (/* unused pure expression or super */ null && (['status', 'data', 'trace-id']));
const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const policies = ['safe', 'always', 'never'];
/** 100,000 items, in pages of 100. */
const pagesLimit = 1_000;
/** Reads all inputs of the request action. Throws one InputError that contains every problem. */
async function readRequestInputs(inputText) {
    const reader = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .openInputs */ .AR)(inputText, requestInputDefaults);
    const { isSet, text, read, readStructured, take, add } = reader;
    const address = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readAddress */ .zq)(reader);
    const method = read('method', (it) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseWord */ .kB)(it, methods));
    const params = isSet('params') ? await readStructured('params', _reader_js__WEBPACK_IMPORTED_MODULE_3__/* .asMapping */ .dw) : {};
    const named = params && take('params', () => (0,_api_path_js__WEBPACK_IMPORTED_MODULE_0__/* .readProjectParams */ .u8)(text('path'), params));
    // Also if `params` has an invalid project, so that one commit can fix both.
    const { path: template, params: values } = named ?? { path: text('path'), params };
    const path = values && take('path', () => (0,_api_path_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApiPath */ .pp)(template, values));
    (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .checkHosts */ .GZ)(named?.projects ?? [], address.baseUrl, reader);
    const body = await readStructured('body', parseBody, { nulls: true });
    const others = {
        paginate: read('paginate', _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBoolean */ .yG),
        maxPages: read('max-pages', (it) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseInteger */ .cG)(it, 1, pagesLimit)),
        retry: read('retry', (it) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseWord */ .kB)(it, policies)),
        mask: reader.readLines('mask', parseMaskPath),
        timeoutMs: read('timeout', _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseCompanionTimeout */ .No),
    };
    if (isSet('body') && (method === 'GET' || method === 'DELETE')) {
        add('body', `A ${method} request cannot have a body. Set 'method' to a method that accepts a body, such as POST, or move the values to 'params'.`);
    }
    if (others.paginate && method !== undefined && method !== 'GET')
        add('paginate', 'Works only with GET requests. Remove this input.');
    if (others.paginate && path?.query.some(([name]) => name === 'before'))
        add('paginate', "Only forward paging is supported. Remove 'before'.");
    return Object.freeze({
        ...(0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .validOrThrow */ .oJ)({ ...address, method, path, ...others }, reader),
        // `runner/files.ts` checks the path.
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutUndefined */ .r$)({ body, saveTo: text('save-to') || undefined }),
    });
}
function parseBody(body) {
    return typeof body === 'object' && body !== null
        ? body
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)('Must be a mapping or a list. Enter one "name: value" pair per line, or JSON.');
}
/** Parses a dotted path of values to mask, for example `values.*.email`. */
function parseMaskPath(text) {
    const keys = text.split('.');
    return keys.some((key) => key === '' || key !== key.trim())
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a valid path. Separate keys with dots, for example "values.*.email".`)
        : keys;
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

/***/ 5368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OX: () => (/* binding */ logMasks),
/* harmony export */   _I: () => (/* binding */ matchesAny),
/* harmony export */   cT: () => (/* binding */ withoutSecrets),
/* harmony export */   lD: () => (/* binding */ secretsAt),
/* harmony export */   vb: () => (/* binding */ secretsInBody)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9368);

/** Replaces a masked value, as in the runner's log. */
const hidden = '***';
/** Shorter values would mask half of the log. They are masked only in their own place. */
const minCharacters = 4;
/** For single lines of a longer text, because braces and `"type":` are not secrets. */
const minInLine = 8;
/**
 * Names that Hex's data connections have for secrets (`password`, `secretAccessKey`, `accessToken`, `privateKey`,
 * `passphrase`, `serviceAccountJsonConfig`; OpenAPI document, mid-2026), and similar names. Ids are not secrets.
 */
const secretKey = /pass(word|phrase|wd)|secret|token|credential|(private|access|api)_?-?key|serviceaccountjson/i;
/** The texts in a body that must be masked: those at the paths, and those under keys that name secrets. */
function secretsInBody(body, paths) {
    return [...secretsAt(body, paths), ...underSecretKeys(body).flatMap(textsIn)];
}
/** The texts at the paths. */
function secretsAt(value, paths) {
    return paths.flatMap((path) => valuesAt(value, path)).flatMap(textsIn);
}
/** Does the path match any value? If not, it is probably misspelled. */
function matchesAny(value, path) {
    return valuesAt(value, path).length > 0;
}
/**
 * The masks to register for these secrets. Text with several lines is masked line by line, because the runner would
 * otherwise treat every line as a secret, even a single brace.
 */
function logMasks(secrets) {
    const masks = secrets.flatMap((secret) => {
        const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
        const min = lines.length === 1 ? minCharacters : minInLine;
        return lines.filter((line) => line.length >= min);
    });
    return [...new Set(masks)];
}
/** A copy with secrets masked, at the paths and wherever else they occur. */
function withoutSecrets(value, paths, secrets) {
    return copy(value, paths, hiderOf(secrets));
}
/**
 * Masks thousands of secrets in thousands of texts. At each position, only secrets with the same beginning are compared,
 * longest first, so that no part of a secret stays visible. One regular expression of all secrets would be too large for a
 * long secret, and its error would show all of them.
 */
function hiderOf(secrets) {
    const words = secrets.filter((secret) => secret.length >= minCharacters);
    const beginningAt = (text, at) => text.slice(at, at + minCharacters);
    const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
    const byBeginning = Map.groupBy(longestFirst, (secret) => beginningAt(secret, 0));
    return (text) => {
        let shown = '';
        for (let at = 0; at < text.length;) {
            const alike = byBeginning.get(beginningAt(text, at));
            const secret = alike?.find((each) => text.startsWith(each, at));
            shown += secret === undefined ? text[at] : hidden;
            at += secret?.length ?? 1;
        }
        return shown;
    };
}
function copy(value, paths, hide) {
    if (paths.some((path) => path.length === 0))
        return value === null ? null : hidden;
    const below = (key) => paths.flatMap(([first, ...rest]) => (first === '*' || first === key ? [rest] : []));
    if (Array.isArray(value))
        return value.map((item, index) => copy(item, below(String(index)), hide));
    const record = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(value);
    if (record !== undefined) {
        return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, copy(item, below(key), hide)]));
    }
    return typeof value === 'string' ? hide(value) : value;
}
function valuesAt(value, path) {
    const [key, ...rest] = path;
    if (key === undefined)
        return [value];
    const children = childrenOf(value);
    const chosen = key === '*' ? children : children.filter(([name]) => name === key);
    return chosen.flatMap(([, child]) => valuesAt(child, rest));
}
function underSecretKeys(value) {
    return childrenOf(value).flatMap(([key, child]) => secretKey.test(key) && !/id$/i.test(key) ? [child] : underSecretKeys(child));
}
function childrenOf(value) {
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
/** Strings and numbers. `true` and `false` are not masked, because logs are full of them. */
function textsIn(value) {
    if (typeof value === 'string')
        return value === '' ? [] : [value];
    if (typeof value === 'number')
        return [String(value)];
    return childrenOf(value).flatMap(([, child]) => textsIn(child));
}


/***/ }),

/***/ 1804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ makeRequest)
});

// UNUSED EXPORTS: mayTryAgain

// EXTERNAL MODULE: ./build/hex/errors.js
var errors = __webpack_require__(4027);
// EXTERNAL MODULE: ./build/hex/retry.js
var retry = __webpack_require__(3380);
// EXTERNAL MODULE: ./build/inputs/api-path.js
var api_path = __webpack_require__(1182);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/run/calls.js
var calls = __webpack_require__(1883);
// EXTERNAL MODULE: ./build/inputs/suggestion.js
var suggestion = __webpack_require__(4478);
;// CONCATENATED MODULE: ./build/request/endpoint.js

/**
 * The operations that have a remedy or a rate limit other than the general one, from Hex's OpenAPI document (mid-2026).
 * `hex-api-30rpm` counts as `hex-api`: both allow 30 requests per minute.
 */
const known = [
    ['POST', /^projects\/[^/]+\/runs$/, { operation: 'RunProject', group: 'hex-run-kernel' }],
    ['DELETE', /^projects\/[^/]+\/runs\/[^/]+$/, { operation: 'CancelRun', group: 'general' }],
    ['GET', /^projects\/[^/]+\/runs$/, { operation: 'GetProjectRuns', group: 'hex-api' }],
    ['GET', /^projects\/[^/]+\/runs\/[^/]+$/, { operation: 'GetRunStatus', group: 'hex-api' }],
    ['GET', /^projects\/[^/]+\/queriedTables$/, { operation: 'GetQueriedTables', group: 'general' }],
    ['POST', /^projects$/, { operation: 'CreateProject', group: 'hex-api' }],
    ['POST', /^projects\/export$/, { operation: 'ExportProject', group: 'hex-api' }],
    ['GET', /^projects\/[^/]+$/, { operation: 'GetProject', group: 'hex-api' }],
    ['PATCH', /^projects\/[^/]+$/, { operation: 'UpdateProject', group: 'hex-api' }],
    [
        'PATCH',
        /^projects\/[^/]+\/sharing\/(users|groups|workspaceAndPublic)$/,
        { operation: 'EditProjectSharing', group: 'hex-api' },
    ],
    ['*', /\/image$/, { operation: 'GetChartImage', group: 'hex-chart-image' }],
    ['GET', /^data-connections(\/[^/]+)?$/, { operation: 'GetDataConnections', group: 'hex-api' }],
    ['*', /^cells(\/|$)/, { operation: 'Cells', group: 'hex-api' }],
    ['POST', /^threads(\/[^/]+\/followup)?$/, { operation: 'Threads', group: 'hex-run-kernel' }],
    ['GET', /^threads(\/|$)/, { operation: 'Threads', group: 'hex-api' }],
    ['GET', /^users(\/me)?$/, { operation: 'Users', group: 'hex-api' }],
    ['POST', /^users\/[^/]+\/deactivate$/, { operation: 'DeactivateUser', group: 'hex-api' }],
    ['GET', /^(context\/topics|guides\/draft\/list)$/, { operation: 'Context', group: 'hex-api' }],
];
/** The first segments of paths in Hex's API. */
const firstSegments = [
    'cells',
    'collections',
    'context',
    'data-connections',
    'embedding',
    'groups',
    'guides',
    'projects',
    'semantic-models',
    'semantic-projects',
    'threads',
    'users',
];
/**
 * A suggestion for a path that Hex's API does not have, such as `/v1/collection/…` in a sample in Hex's API overview. Empty
 * if the path starts like one of its paths.
 */
function pathHint(pathname) {
    const [, , first = ''] = pathname.split('/');
    if (firstSegments.includes(first))
        return '';
    const meant = (0,suggestion/* suggestionFor */.o)(first, firstSegments);
    return meant === undefined
        ? ` The Hex API has no paths that start with "/v1/${first}".`
        : ` The Hex API has no path "/v1/${first}". Did you mean "/v1/${meant}"?`;
}
/** Finds the operation of a method and path. An unknown one counts against the general limit. */
function endpointOf(method, pathname) {
    const path = pathname.replace(/^\/v1\//, '');
    const found = known.find(([verb, pattern]) => (verb === '*' || verb === method) && pattern.test(path));
    return found?.[2] ?? { operation: 'Request', group: 'general' };
}

;// CONCATENATED MODULE: ./build/request/pages.js

/**
 * The page after this one. Hex's lists have a cursor (`pagination.after`). GetProjectRuns has the URL of the next page
 * (`nextPage`); only its offset is used, so that no response can send the token elsewhere.
 */
function nextPageAfter(page) {
    const record = (0,json/* asRecord */.qY)(page);
    const cursor = (0,json/* asRecord */.qY)(record?.['pagination'])?.['after'];
    if (typeof cursor === 'string' && cursor !== '')
        return { kind: 'next', query: { after: cursor } };
    const address = (0,json/* asText */.e1)(record?.['nextPage']);
    if (address === undefined || address === '')
        return { kind: 'last' };
    const offset = URL.parse(address, 'https://hex.invalid')?.searchParams.get('offset') ?? '';
    return /^\d{1,9}$/.test(offset)
        ? { kind: 'next', query: { offset } }
        : { kind: 'unclear', why: "The URL of the next page ('nextPage') has no offset." };
}
/** The key of the page's list; undefined if there is none, or more than one. */
function listKeyOf(page) {
    const lists = Object.entries((0,json/* asRecord */.qY)(page) ?? {}).filter(([, it]) => Array.isArray(it));
    const known = lists.find(([key]) => key === 'values' || key === 'runs');
    return (known ?? (lists.length === 1 ? lists[0] : undefined))?.[0];
}
/** One response with the items of all pages. */
function joinedPages(pages, listKey) {
    const records = pages.map((page) => (0,json/* asRecord */.qY)(page) ?? {});
    const [first, last] = [records[0] ?? {}, records.at(-1) ?? {}];
    const items = records.flatMap((record) => {
        const list = record[listKey];
        return Array.isArray(list) ? list : [];
    });
    return {
        ...last,
        [listKey]: items,
        ...('pagination' in last ? { pagination: { after: null, before: null } } : {}),
        ...('previousPage' in last ? { previousPage: first['previousPage'] ?? null } : {}),
    };
}

;// CONCATENATED MODULE: ./build/request/request.js







/** Long enough for the slowest documented operation, an export. A call that takes longer counts as lost. */
const callTimeoutMs = 60_000;
/** Makes the call, and reads the other pages of a list. Every failure is an outcome; only unexpected errors are thrown. */
async function makeRequest(plan, world) {
    const pages = [];
    const endpoint = endpointOf(plan.method, plan.path.pathname);
    let query = {};
    try {
        for (;;) {
            const response = await send(plan, (0,api_path/* pathText */.LF)(plan.path, query), endpoint, world);
            pages.push(response.body);
            const listKey = listKeyOf(pages[0]);
            const next = plan.paginate ? nextPageAfter(response.body) : { kind: 'last' };
            if (next.kind === 'last') {
                const isList = pages.length > 1 && listKey !== undefined;
                const body = isList ? joinedPages(pages, listKey) : response.body;
                return { kind: 'answered', ...response, body, pages: pages.length };
            }
            const complaint = complaintAboutNext(next, { listKey, query, pages: pages.length }, plan);
            if (complaint !== undefined)
                return incomplete(plan, response, complaint);
            if (next.kind === 'next')
                query = next.query;
        }
    }
    catch (error) {
        return failedOutcome((0,calls/* hexErrorOf */.Ld)(error), plan, endpoint, world);
    }
}
/** Why the next page can't be read; undefined if it can. */
function complaintAboutNext(next, { listKey, query, pages }, { maxPages }) {
    if (next.kind === 'unclear')
        return next.why;
    if (listKey === undefined)
        return 'The response has several pages, but does not contain a list.';
    if (JSON.stringify(next.query) === JSON.stringify(query))
        return 'A page links to itself as the next page, so paging cannot finish.';
    return pages >= maxPages
        ? `The list exceeds the page limit of ${pages}. Increase 'max-pages', or filter the list with 'params'.`
        : undefined;
}
/**
 * May this call be retried? `safe` follows the rule for all calls, except that it does not retry other POSTs and PATCHes
 * after Hex's own 503, which is documented to mean "nothing was done" for RunProject only. `always` is for calls that the
 * user knows to be idempotent.
 */
function mayTryAgain(policy, method, { operation }, failure) {
    // The response would be too large again.
    if ((0,errors/* hasCode */.up)(failure, 'TOO_LARGE'))
        return false;
    switch (policy) {
        case 'never':
            return false;
        case 'always':
            return (0,retry/* mayRetry */.KO)('GET', failure);
        case 'safe':
            return (0,retry/* mayRetry */.KO)(method, believed(failure, operation));
    }
    return policy;
}
/** The failure. Hex's own 5xx counts as someone else's, except for RunProject, where it proves that nothing was done. */
function believed(failure, operation) {
    return failure.kind === 'refused' && failure.status >= 500 && operation !== 'RunProject'
        ? { ...failure, hexOwn: false }
        : failure;
}
async function send(plan, path, endpoint, { caller, ...world }) {
    const { abort, clock } = world;
    const spec = {
        ...endpoint,
        method: plan.method,
        path: `/api${path}`,
        read: (body, facts) => ({
            body,
            ...facts,
            ...(0,json/* withoutUndefined */.r$)({ traceId: (0,json/* asText */.e1)((0,json/* asRecord */.qY)(body)?.['traceId']) }),
        }),
        maxResponseBytes: plan.maxResponseBytes,
        ...(plan.body === undefined ? {} : { body: JSON.stringify(plan.body) }),
    };
    const call = () => caller.call(spec, {
        timeoutMs: Math.max(1_000, Math.min(callTimeoutMs, plan.deadlineAtMs - clock.now())),
        notAfterMs: plan.deadlineAtMs,
        // An abort stops a request that was not sent. After that, only the response says whether it had an effect.
        unsentSignal: abort.signal,
        signal: plan.method === 'GET' ? abort.signal : abort.timeOver('start'),
    });
    return (0,calls/* withRetries */.c5)(world, plan.deadlineAtMs, call, {
        mayRetry: (failure) => mayTryAgain(plan.retry, plan.method, endpoint, failure),
    });
}
function failedOutcome(error, { method, path }, { operation }, { abort }) {
    const { failure, traceId } = error.call;
    const advice = (0,errors/* hasCode */.up)(failure, 'TOO_LARGE')
        ? " To write the response to a file, set 'save-to'. To make the response smaller, filter it with 'params'."
        : failure.kind === 'refused' && failure.status === 404
            ? pathHint(path.pathname)
            : '';
    return {
        kind: abort.signal.aborted ? 'aborted' : 'failed',
        text: `${error.message}${advice}`,
        unsure: method !== 'GET' && (0,retry/* mayHaveHappened */.dk)(believed(failure, operation)),
        ...(0,json/* withoutUndefined */.r$)({
            status: failure.kind === 'no-response' ? undefined : failure.status,
            traceId,
        }),
    };
}
function incomplete({ method, path }, { body: _, ...facts }, why) {
    return { kind: 'failed', text: `${method} ${path.pathname}: ${why}`, unsure: false, ...facts };
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

/***/ 8704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ openResponseFile),
/* harmony export */   Fq: () => (/* binding */ writeFileIn),
/* harmony export */   j_: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6790);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9368);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8046);






/** The event payload; undefined if it can't be read. */
async function readEvent(env) {
    // Outside of GitHub Actions there is no event.
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedJson */ .U4)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8').catch(() => ''));
}
/** Writes a file, creates its folder if needed, and returns its path. */
async function writeFileIn(folder, name, bytes) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, bytes);
    return path;
}
/**
 * Resolves `save-to` relative to the workspace, and creates its folder. After links are followed, the path must be in the
 * workspace or in the runner's temporary folder, and not in a reserved folder. Throws an InvalidValue.
 */
async function openResponseFile(text, env) {
    const workspace = env['GITHUB_WORKSPACE'] ?? '';
    const temp = env['RUNNER_TEMP'] ?? '';
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(workspace, text);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    if (/[\p{Cc}]/u.test(text) || workspace === '')
        refuseOutside(text);
    if (/[\\/]$/.test(text))
        (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is a folder. Add a file name.`);
    try {
        const existing = await nearestExisting(folder);
        checkPlace(text, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(existing), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(existing, path)), {
            workspace: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(workspace),
            temp: temp === '' ? '' : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(temp),
        });
        const kind = await kindOf(path);
        if (kind === 'folder')
            (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is a folder. Add a file name.`);
        if (kind === 'link')
            (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is a symbolic link. Use a regular file.`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
        return (response) => replaceFile(path, response);
    }
    catch (error) {
        if (error instanceof _inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidValue */ .h6)
            throw error;
        (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} cannot be written: ${(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error)}`);
    }
}
/**
 * The runner's own folders in RUNNER_TEMP begin with an underscore: `_runner_file_commands`, with which a step sets
 * variables and outputs, `_github_workflow` with the event, `_github_home` with the settings of tools (actions/runner,
 * FileCommandManager.cs, ContainerOperationProvider.cs).
 */
const runnersFolder = /^_[^\\/]*[\\/]/;
/**
 * Git executes hooks and settings in its folder. Windows and macOS ignore case. Windows also ignores dots and spaces at the
 * end, and accepts `git~1` and streams (`:`) as other names of the same folder.
 */
const gitFolder = /^(?:\.git|git~\d+)[ .]*(?::.*)?$/i;
function checkPlace(text, path, { workspace, temp }) {
    const isInTemp = temp !== '' && isInside(temp, path);
    if (!isInTemp && !isInside(workspace, path))
        refuseOutside(text);
    const isRunners = isInTemp && runnersFolder.test((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(temp, path));
    // Also as written, because a `.git` can itself be a link.
    if (isRunners || `${text}/${path}`.split(/[\\/]/).some((part) => gitFolder.test(part))) {
        (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is in a folder that is reserved for the runner or Git. Use a different path.`);
    }
}
function refuseOutside(text) {
    (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is not a file in the workspace or in the runner's temporary folder (RUNNER_TEMP). Use a path in one of them.`);
}
function isInside(root, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/** Writes a new file and renames it, because an existing file would keep its mode. */
async function replaceFile(path, text) {
    const fresh = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.hex-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(fresh, text, { mode: 0o600, flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(fresh, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(fresh, { force: true });
        throw error;
    }
}
async function nearestExisting(folder) {
    const kind = await kindOf(folder);
    return kind === 'none' ? nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder)) : folder;
}
async function kindOf(path) {
    try {
        const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
        if (stats.isSymbolicLink())
            return 'link';
        return stats.isDirectory() ? 'folder' : 'file';
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return 'none';
        throw error;
    }
}


/***/ })

};

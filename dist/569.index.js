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
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8046);
/* harmony import */ var _report_request_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9638);
/* harmony import */ var _request_mask_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5368);
/* harmony import */ var _request_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1804);
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8704);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3233);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1309);










/** An output holds 500,000 characters, of at most 6 bytes each as a JSON escape. A file can hold more. */
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
    const outcome = await (0,_connect_js__WEBPACK_IMPORTED_MODULE_5__.withConnection)(step, inputs, (world) => (0,_request_request_js__WEBPACK_IMPORTED_MODULE_3__/* .makeRequest */ .I)(requestPlanOf(inputs, maxResponseBytes[write === undefined ? 'output' : 'file']), world));
    // Sets the exit code before anything that can fail to be written.
    if (outcome.kind !== 'answered') {
        const level = outcome.kind === 'aborted' ? 'warning' : 'error';
        return failed(outcome, 'Hex request failed', (0,_report_request_js__WEBPACK_IMPORTED_MODULE_8__/* .failureLine */ .Pu)(outcome), level);
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
            const words = `The request succeeded, but its response could not be written: ${(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_9__/* .messageOf */ .bD)(error)}`;
            return failed(outcome, 'Response not saved', words);
        }
        runner.line((0,_report_request_js__WEBPACK_IMPORTED_MODULE_8__/* .answeredLine */ .Gs)(call, outcome, inputs.saveTo));
        return (0,_report_request_js__WEBPACK_IMPORTED_MODULE_8__/* .requestOutputs */ ._A)(outcome, '');
    }
    const data = body === undefined ? '' : JSON.stringify((0,_request_mask_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutSecrets */ .cT)(body, inputs.mask, secrets));
    const complaint = (0,_report_request_js__WEBPACK_IMPORTED_MODULE_8__/* .tooLarge */ .g$)(data);
    if (complaint !== undefined)
        return failed(outcome, 'Response too large for an output', `${call}: ${complaint}`);
    runner.line((0,_report_request_js__WEBPACK_IMPORTED_MODULE_8__/* .answeredLine */ .Gs)(call, outcome, undefined));
    return (0,_report_request_js__WEBPACK_IMPORTED_MODULE_8__/* .requestOutputs */ ._A)(outcome, data);
}
function failed(outcome, title, message, level = 'error') {
    runner.fail();
    runner.annotate(level, title, message);
    return (0,_report_request_js__WEBPACK_IMPORTED_MODULE_8__/* .requestOutputs */ ._A)(outcome, '');
}
async function openFile(saveTo) {
    if (saveTo === undefined)
        return undefined;
    const opened = await (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_4__/* .openResponseFile */ .CO)(saveTo, runner.env);
    if (opened.ok)
        return opened.value;
    throw new _inputs_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz([{ input: 'save-to', message: opened.problem }]);
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
function requestPlanOf({ body, timeoutMs, ...call }, maxResponseBytes) {
    return {
        ...call,
        deadlineAtMs: step.beganAtMs + timeoutMs,
        maxResponseBytes,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
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
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _project_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5569);


/**
 * Fills the placeholders of a path such as `/v1/projects/{projectId}/runs` from `params`, percent-encoded. Other params
 * become the query. Refuses everything that would leave the API: other hosts, paths outside `/v1/`, and `..` in any
 * encoding.
 */
function parseApiPath(text, params) {
    const complaint = complaintAboutTemplate(text);
    if (complaint !== undefined)
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(complaint);
    const question = text.indexOf('?');
    const template = question === -1 ? text : text.slice(0, question);
    const written = question === -1 ? '' : text.slice(question + 1);
    const used = new Set();
    const missing = new Set();
    let unfit;
    const fill = (part) => part.replace(/\{([^{}]*)\}/g, (_, name) => {
        const scalar = Object.hasOwn(params, name) ? scalarText(params[name]) : undefined;
        used.add(name);
        if (!Object.hasOwn(params, name))
            missing.add(name);
        else if (scalar === undefined || scalar === '')
            unfit ??= name;
        return encodeURIComponent(scalar ?? '');
    });
    const pathname = fill(template);
    const filledQuery = fill(written);
    if (missing.size > 0) {
        const names = [...missing].slice(0, 5).map((name) => (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(`{${name}}`));
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${names.join(', ')} has no value. Set it in 'params'.`);
    }
    if (unfit !== undefined) {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(unfit)} in 'params' cannot fill a placeholder. It must be non-empty text or a number.`);
    }
    if (/[{}]/.test(pathname) || /[{}]/.test(filledQuery))
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} has an unmatched brace.`);
    const query = queryOf(filledQuery, params, used);
    if (!query.ok)
        return query;
    const outside = complaintAboutPath(pathname);
    return outside === undefined ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)({ pathname, query: query.value }) : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(outside);
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
    for (const name of projectNames(pathname, params)) {
        const text = params[name];
        if (typeof text !== 'string' || text === '')
            continue;
        const parsed = (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProjectReference */ .iJ)(text);
        if (!parsed.ok)
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(name)}: ${parsed.problem}`);
        projects.push(parsed.value);
        read[name] = parsed.value.projectId;
    }
    const segments = pathname.split('/').map((segment, index, all) => {
        const parsed = isBeforeProject(all[index - 1]) ? (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProjectReference */ .iJ)(segment) : undefined;
        return parsed?.ok === true ? parsed.value.projectId : segment;
    });
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)({ path: [segments.join('/'), ...query].join('?'), params: read, projects });
}
/** The path and query as they are sent, with some parameters of the query replaced. */
function pathText({ pathname, query }, replaced = {}) {
    const kept = query.filter(([name]) => !Object.hasOwn(replaced, name));
    const pairs = [...kept, ...Object.entries(replaced)].map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
    return pairs.length === 0 ? pathname : `${pathname}?${pairs.join('&')}`;
}
function complaintAboutTemplate(text) {
    if (text === '')
        return 'Missing. Enter a path, for example "/v1/users/me".';
    if (/^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//')) {
        return `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is a full URL. Enter only the path, such as "/v1/users/me", and set the host with 'base-url'.`;
    }
    if (/^\/?(api\/)?v1\//.test(text) && !text.startsWith('/v1/')) {
        return `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} must start with "/v1/". Use ${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text.replace(/^\/?(api\/)?/, '/'))}.`;
    }
    if (!text.startsWith('/v1/'))
        return `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a Hex API path. Hex API paths start with "/v1/".`;
    if (!/^[\x21-\x7e]+$/.test(text)) {
        return `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} contains spaces, control characters, or non-ASCII characters. Put the value in 'params' and use {name} in the path.`;
    }
    // Characters that RFC 3986 allows in a path and a query, and braces for placeholders.
    if (/[^\w\-.~!$&'()*+,;=:@%/?{}]/.test(text))
        return `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} contains a character that is not allowed in Hex API paths.`;
    return undefined;
}
/** The query in the path, then the params without a placeholder. */
function queryOf(written, params, used) {
    const pairs = [...new URLSearchParams(written)];
    for (const [name, it] of Object.entries(params)) {
        if (used.has(name))
            continue;
        for (const each of Array.isArray(it) ? it : [it]) {
            const scalar = scalarText(each);
            if (scalar === undefined)
                return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(name)} in 'params' must be a single value or a list of values.`);
            pairs.push([name, scalar]);
        }
    }
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(pairs);
}
/** Servers and proxies decode a path once or more often, so it must stay inside the API after every decoding. */
function complaintAboutPath(pathname) {
    const leaves = `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(pathname)} leads outside the Hex API. Paths cannot contain "..", ".", or empty segments, encoded or not.`;
    let reading = pathname;
    for (let round = 0; round < 5; round += 1) {
        const parts = reading.slice('/v1/'.length).split(/[/\\]/);
        if (parts.some((part) => ['', '.', '..'].includes(part.replace(/;.*/s, ''))))
            return leaves;
        let next;
        try {
            next = decodeURIComponent(reading);
        }
        catch {
            return `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(pathname)} has invalid percent-encoding. Put the value in 'params' and use {name} in the path.`;
        }
        if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(next))
            return `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(pathname)} contains control characters.`;
        if (next === reading)
            return undefined;
        reading = next;
    }
    return leaves;
}
function scalarText(it) {
    return typeof it === 'string' || typeof it === 'number' || typeof it === 'boolean'
        ? String(it)
        : undefined;
}
function projectNames(pathname, params) {
    const afterProjects = pathname
        .split('/')
        .filter((_, index, all) => isBeforeProject(all[index - 1]))
        .flatMap((segment) => /^\{([^{}]+)\}$/.exec(segment)?.[1] ?? []);
    return new Set([...afterProjects, 'projectId'].filter((name) => Object.hasOwn(params, name)));
}
function isBeforeProject(segment) {
    return segment === 'projects' || segment === 'createPresignedUrl';
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
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a project. Enter its ID (in Hex: project menu, "Copy project id"), or the URL of the project or app.`)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)({ projectId });
}
/** GitHub passes the same empty text for an expression without a value and for an input that is not set. */
const emptyExpressionHint = "If you use an expression, such as a 'vars' variable, check that it is not empty.";
/** Parses a reference to a run: its UUID, or a URL that ends with it (Hex's run log). */
function parseRunReference(text) {
    const trimmed = text.trim();
    if (trimmed.toLowerCase() === 'none') {
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)("The expression for 'run-id' is empty. Check that the job that starts the run is listed in 'needs' and declares the output, and that its start step succeeded.");
    }
    const last = URL.canParse(trimmed)
        ? new URL(trimmed).pathname.split('/').filter(Boolean).at(-1)
        : trimmed;
    return last !== undefined && _scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .uuid */ .uR.test(last)
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(last.toLowerCase())
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a run ID. Use the 'run-id' output of the step that started the run.`);
}
/** The projects' ids, each once. Reports projects on another host, and too many of them. */
function checkProjects(projects, { baseUrl, max }, problems) {
    checkHosts(projects, baseUrl, problems);
    const ids = [...new Set(projects.map(({ projectId }) => projectId))];
    if (ids.length > max)
        problems.add('project-id', `It lists ${ids.length} projects. The limit is ${max}.`);
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
        problems.add('base-url', `The project's URL is on ${other}, but 'base-url' is on ${host}. Use "https://${other}".`);
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
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not the URL of a project or app. Open it in Hex, and copy the URL that contains "/hex/" or "/app/".`)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)({ projectId, host: url.host });
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
/* harmony export */   cN: () => (/* binding */ inputReader),
/* harmony export */   oJ: () => (/* binding */ validOrThrow),
/* harmony export */   vX: () => (/* binding */ collectProblems),
/* harmony export */   zq: () => (/* binding */ readAddress)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3237);


function collectProblems() {
    const all = [];
    return {
        all,
        add: (input, message) => void all.push({ input, message }),
        take(input, result) {
            if (result.ok)
                return result.value;
            all.push({ input, message: result.problem });
            return undefined;
        },
    };
}
/** @param text the trimmed text of an input, or its default. */
function inputReader(text, problems = collectProblems()) {
    const read = (name, parse) => problems.take(name, parse(text(name)));
    return {
        ...problems,
        text,
        read,
        readOptional: (name, parse) => (text(name) === '' ? undefined : read(name, parse)),
        readLines: (name, parse) => {
            const items = (0,_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .Dx)(text(name)).map((line) => problems.take(name, parse(line)));
            return items.filter((item) => item !== undefined);
        },
    };
}
/** Reads the inputs of an action. An empty input, for example from an expression without a value, means its default. */
function openInputs(inputText, defaults) {
    return inputReader((name) => inputText(name).trim() || defaults[name]);
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
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9368);
/* harmony import */ var _api_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1182);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6790);
/* harmony import */ var _project_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5569);
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(401);
/* harmony import */ var _scalars_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3237);
/* harmony import */ var _structured_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1510);







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
    const { text, read, take, add } = reader;
    const address = (0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .readAddress */ .zq)(reader);
    const method = read('method', (it) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseWord */ .kB)(it, methods));
    const params = take('params', await parseParams(inputText('params')));
    const named = params && take('params', (0,_api_path_js__WEBPACK_IMPORTED_MODULE_0__/* .readProjectParams */ .u8)(text('path'), params));
    const path = params && take('path', (0,_api_path_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApiPath */ .pp)(named?.path ?? text('path'), named?.params ?? params));
    (0,_project_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .checkHosts */ .GZ)(named?.projects ?? [], address.baseUrl, reader);
    const body = take('body', await parseBody(inputText('body')));
    const others = {
        paginate: read('paginate', _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseBoolean */ .yG),
        maxPages: read('max-pages', (it) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseInteger */ .cG)(it, 1, pagesLimit)),
        retry: read('retry', (it) => (0,_scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseWord */ .kB)(it, policies)),
        mask: reader.readLines('mask', parseMaskPath),
        timeoutMs: read('timeout', _scalars_js__WEBPACK_IMPORTED_MODULE_4__/* .parseCompanionTimeout */ .No),
    };
    if (text('body') !== '' && (method === 'GET' || method === 'DELETE')) {
        add('body', `A ${method} request has no body. Set 'method', or move the values to 'params'.`);
    }
    if (others.paginate && method !== undefined && method !== 'GET')
        add('paginate', 'It works only with GET requests. Remove it.');
    if (others.paginate && path?.query.some(([name]) => name === 'before'))
        add('paginate', "Paging only goes forward. Remove 'before'.");
    return Object.freeze({
        ...(0,_reader_js__WEBPACK_IMPORTED_MODULE_3__/* .validOrThrow */ .oJ)({ ...address, method, path, ...others }, reader),
        // `runner/files.ts` checks the path.
        ...(0,_json_js__WEBPACK_IMPORTED_MODULE_6__/* .withoutUndefined */ .r$)({ body, saveTo: text('save-to') || undefined }),
    });
}
async function parseParams(text) {
    return text.trim() === '' ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)({}) : (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .chained */ .HM)(await (0,_structured_js__WEBPACK_IMPORTED_MODULE_5__/* .parseStructured */ .jE)(text), _structured_js__WEBPACK_IMPORTED_MODULE_5__/* .asMapping */ .dw);
}
/** Undefined if there is no body. */
async function parseBody(text) {
    if (text.trim() === '')
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)(undefined);
    return (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .chained */ .HM)(await (0,_structured_js__WEBPACK_IMPORTED_MODULE_5__/* .parseStructuredOrNull */ .BV)(text), (body) => typeof body === 'object' && body !== null
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)(body)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)('It is neither a mapping nor a list. Write one "name: value" per line, or JSON.'));
}
/** Parses a dotted path of values to mask, for example `values.*.email`. */
function parseMaskPath(text) {
    const keys = text.split('.');
    return keys.some((key) => key === '' || key !== key.trim())
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .quoted */ .TL)(text)} is not a valid path. Separate keys with dots, for example "values.*.email".`)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)(keys);
}


/***/ }),

/***/ 1510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dw: () => (/* binding */ asMapping),
  Km: () => (/* binding */ parseEntries),
  jE: () => (/* binding */ parseStructured),
  BV: () => (/* binding */ parseStructuredOrNull)
});

// EXTERNAL MODULE: ./build/plain-text.js
var plain_text = __webpack_require__(8046);
;// CONCATENATED MODULE: ./build/inputs/json-text.js
/** Reads the shape of a text that is valid JSON. */
function shapeOf(json) {
    const open = [];
    const repeated = new Set();
    let depth = 0;
    let lastString = '';
    for (let index = 0; index < json.length; index += 1) {
        const character = json.charAt(index);
        if (character === '"') {
            const end = endOfString(json, index);
            lastString = json.slice(index, end + 1);
            index = end;
        }
        else if (character === '{' || character === '[') {
            open.push(new Set());
            depth = Math.max(depth, open.length);
        }
        else if (character === '}' || character === ']')
            open.pop();
        else if (character === ':') {
            // The string before a colon is a name. Parse it, because a name can be written in several ways.
            const name = JSON.parse(lastString);
            const names = open.at(-1);
            if (names?.has(name))
                repeated.add(name);
            names?.add(name);
        }
    }
    return { depth, repeated: [...repeated] };
}
/**
 * Would the text be JSON if the line breaks in its strings were escaped? An expression between quotes produces such text,
 * and YAML would read each line break as a space.
 */
function hasRawLineBreak(text) {
    let breaks = 0;
    const escaped = text.replace(/"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, (string) => string.replace(/\r\n?|[\n\t]/g, (raw) => {
        // A raw tab is not valid JSON either, but YAML keeps it.
        if (raw === '\t')
            return '\\t';
        breaks += 1;
        return '\\n';
    }));
    if (breaks === 0)
        return false;
    try {
        // With a trailing comma the text is YAML, which would fold the string too.
        JSON.parse(escaped.replace(/,(\s*[}\]])/g, '$1'));
        return true;
    }
    catch {
        return false;
    }
}
/** The index of the closing quote of the string at `begin`. */
function endOfString(json, begin) {
    let index = begin + 1;
    while (index < json.length && json[index] !== '"')
        index += json[index] === '\\' ? 2 : 1;
    return index;
}

// EXTERNAL MODULE: ./build/inputs/problems.js
var problems = __webpack_require__(6790);
// EXTERNAL MODULE: ./build/inputs/written.js
var written = __webpack_require__(4471);
;// CONCATENATED MODULE: ./build/inputs/structured.js




/** More than any input: GitHub's runner cannot start a process with an input of 128 KiB. */
const maxCharacters = 1_048_576;
/**
 * Parses YAML or JSON and keeps types: `"007"` is a string, `1234567890` a number, `true` a boolean. Refuses values that
 * would reach Hex as something else than was written, all in one problem. The YAML parser is loaded only if the text is
 * not JSON. Problems never repeat strings, because they can be secret.
 */
async function parseStructured(text) {
    return (await parsedText(text, {}));
}
/**
 * Parses YAML or JSON that can contain null (`null`, `~`). A missing value is still refused, because it is more often an
 * expression without a value than an intended null.
 */
async function parseStructuredOrNull(text) {
    return (await parsedText(text, { nulls: true }));
}
/**
 * Parses a list of mappings. Their own numbers are names, ids, and durations, so they are kept as text: `name: 3.10` is
 * "3.10". Deeper values are sent to Hex, and are parsed as by `parseStructured`.
 */
async function parseEntries(text) {
    return (await parsedText(text, { textDepth: 2 }));
}
/** Returns the value if it is a mapping. */
function asMapping(it) {
    return typeof it === 'object' && !Array.isArray(it)
        ? (0,problems/* value */.Uq)(it)
        : (0,problems/* problem */.CC)('It is not a mapping. Write one "name: value" per line, or a JSON object.');
}
async function parsedText(text, rules) {
    if (text.length > maxCharacters)
        return (0,problems/* problem */.CC)(`It is larger than ${maxCharacters / 1024} KiB.`);
    const tree = await treeOf(text.replace(/^\uFEFF/, ''));
    return tree.ok ? sentValue(tree.value, rules) : tree;
}
async function treeOf(text) {
    if (/^\s*[{[]/.test(text)) {
        const json = parsedJson(text);
        if (json !== undefined)
            return json;
        if (hasRawLineBreak(text)) {
            return (0,problems/* problem */.CC)('A string in this JSON contains a line break. Use toJSON(), or write \\n for the line break.');
        }
    }
    const { parseYaml } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(697)]).then(__webpack_require__.bind(__webpack_require__, 3697));
    // Untrimmed: spaces in front of the first line are part of YAML's indentation.
    return parseYaml(text);
}
/** The tree or the problem of a JSON text; undefined if it is not JSON, because YAML also has braces and brackets. */
function parsedJson(text) {
    try {
        JSON.parse(text);
    }
    catch {
        // Not JSON.
        return undefined;
    }
    const { depth, repeated } = shapeOf(text);
    if (depth > written/* maxDepth */.Mw)
        return (0,problems/* problem */.CC)(written/* tooDeep */.DI);
    // `context.source` (ES2025) is the number as written.
    const root = JSON.parse(text, (_, it, context) => typeof it === 'number' ? (0,written/* writtenNumber */.x6)('json', context?.source ?? '', it) : it);
    return (0,problems/* value */.Uq)({ root, complaints: repeated.map(written/* repeatedName */.OC) });
}
/** The value to send, or the problems with values that can't be sent as they were written. */
function sentValue({ root, complaints: found }, rules) {
    const complaints = [...found];
    const sent = (it, path, depth) => {
        if (depth > written/* maxDepth */.Mw) {
            complaints.push(written/* tooDeep */.DI);
            return undefined;
        }
        if (it === written/* unwritten */.pg || (it === null && rules.nulls !== true)) {
            complaints.push((0,written/* noValue */.$U)(path));
            return undefined;
        }
        if ((0,written/* isWrittenNumber */.LT)(it)) {
            if (depth === rules.textDepth)
                return it.source;
            const complaint = (0,written/* complaintAboutNumber */.YE)(it);
            if (complaint !== undefined)
                complaints.push(`${path === '' ? 'It' : (0,problems/* named */.KT)(path)} ${complaint}`);
            return it.parsed;
        }
        if (typeof it !== 'object' || it === null)
            return it;
        // Only the beginning is shown. Cut it here, so that a long name is not copied for each of its children.
        const place = (key) => (0,plain_text/* firstCharacters */.DR)(`${path === '' ? '' : `${path}.`}${(0,plain_text/* firstCharacters */.DR)(key, 100)}`, 100);
        if (Array.isArray(it))
            return it.map((child, index) => sent(child, place(String(index)), depth + 1));
        const entries = Object.entries(it).map(([key, child]) => {
            if (hasInvisibleEdge(key)) {
                complaints.push(`The name ${(0,problems/* named */.KT)(place(key))} starts or ends with an invisible character, such as a no-break space. Retype it.`);
            }
            return [key, sent(child, place(key), depth + 1)];
        });
        return Object.fromEntries(entries);
    };
    const it = sent(root, '', 0);
    if (complaints.includes(written/* tooDeep */.DI))
        return (0,problems/* problem */.CC)(written/* tooDeep */.DI);
    return complaints.length > 0 ? (0,problems/* problem */.CC)((0,problems/* someOf */.yU)(complaints)) : (0,problems/* value */.Uq)(it);
}
/** Does the key begin or end with an invisible character? A plain space in quotes can be intended. */
function hasInvisibleEdge(key) {
    const invisible = /[\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/;
    return invisible.test(key.charAt(0)) || invisible.test(key.at(-1) ?? '');
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

/***/ 4471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ noValue),
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   LT: () => (/* binding */ isWrittenNumber),
/* harmony export */   Mw: () => (/* binding */ maxDepth),
/* harmony export */   OC: () => (/* binding */ repeatedName),
/* harmony export */   YE: () => (/* binding */ complaintAboutNumber),
/* harmony export */   pg: () => (/* binding */ unwritten),
/* harmony export */   x6: () => (/* binding */ writtenNumber)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);

/** Max nesting depth of values, for both parsers. Parameters and request bodies need a few levels. */
const maxDepth = 40;
/** The problem with deeper values, for both parsers. */
const tooDeep = `It is nested more than ${maxDepth} levels deep. Reduce the nesting.`;
/** Marks a missing value: `a:` without anything after it is not an explicit null. */
const unwritten = Symbol('no value');
/** The problem with a missing value. */
function noValue(path) {
    return `${path === '' ? 'It' : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(path)} has no value. Set a value, use "" for empty text, or remove the line.`;
}
function repeatedName(name) {
    return `${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(name)} is set twice. Remove one.`;
}
/** A symbol, so that no mapping in a text looks like a number. */
const mark = Symbol('written number');
/** Doubles keep every decimal of 15 significant digits (IEEE 754, DBL_DIG). */
const maxDigits = 15;
/**
 * Readings of longer texts are left out of the error. A numeric secret may hide behind them, and the runner
 * masks only the text as it was written.
 */
const maxShown = 9;
/** @param from a plain scalar of YAML, or one JSON text. */
function writtenNumber(from, source, parsed) {
    return { [mark]: from, source, parsed };
}
function isWrittenNumber(it) {
    return typeof it === 'object' && it !== null && mark in it;
}
/**
 * Why a number can't be sent, as the end of a sentence; undefined if Hex receives what was written.
 *
 * YAML reads many texts as numbers: commit ids (`6063e25`), versions (`3.10`), phone numbers (`+4912345`), `0x1F`. A
 * plain scalar counts as a number only in the usual notation: without a plus sign, leading zeros, or zeros at the end of a
 * decimal, and with a point or a sign in an exponent. JSON is mostly written by programs, so only lost digits and
 * exponents that look like a commit id are refused there.
 */
function complaintAboutNumber({ [mark]: from, source, parsed, }) {
    const isUsual = from === 'json' ? !/^-?\d+e\d+$/i.test(source) : isUsuallyWritten(source, parsed);
    if (isUsual && isKept(source, parsed))
        return undefined;
    if (/^[-+]?\.(inf|nan)$/i.test(source))
        return 'is not a finite number. To send it as text, put it in quotes.';
    const isOtherBase = /^0[xo]/.test(source) && Number.isSafeInteger(parsed);
    const reading = JSON.stringify(parsed);
    // Suggest a number only if it is equal, and if this rule accepts it.
    if (!(isKept(source, parsed) || isOtherBase) || !isUsuallyWritten(reading, Number(reading))) {
        return 'has too many digits for a number. To send it as text, put it in quotes.';
    }
    return source.length > maxShown
        ? 'can be read as a number or as text. To send it as text, put it in quotes.'
        : `can be read as a number or as text. Write ${reading} for the number or "${source}" for the text.`;
}
/** Excludes `-0`, which JSON sends as 0. */
function isUsuallyWritten(source, parsed) {
    if (/^-?(0|[1-9]\d*)$/.test(source)) {
        return Number.isSafeInteger(parsed) && !Object.is(parsed, -0);
    }
    const isDecimal = /^-?(0|[1-9]\d*)\.\d*[1-9]$/.test(source);
    const isExponent = /^-?(0|[1-9]\d*)(\.\d+e[-+]?|e[-+])\d+$/i.test(source) && !Object.is(parsed, -0);
    const [mantissa = ''] = source.split(/e/i);
    const digits = mantissa.replace(/[-.]/g, '').replace(/^0+/, '');
    return (isDecimal || isExponent) && digits.length <= maxDigits;
}
/** Does JSON send the same number as written, digit for digit? */
function isKept(source, parsed) {
    const written = decimalOf(source);
    return written !== undefined && written === decimalOf(JSON.stringify(parsed));
}
/** The normal form of a decimal number: its significant digits and a power of ten. */
function decimalOf(text) {
    const parts = /^([-+]?)(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text);
    if (parts === null)
        return undefined;
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
    const digits = `${whole}${fraction}`.replace(/^0+/, '');
    let end = digits.length;
    while (digits[end - 1] === '0')
        end -= 1;
    if (end === 0)
        return '0';
    const power = Number(exponent) - fraction.length + digits.length - end;
    return `${sign === '-' ? '-' : ''}${digits.slice(0, end)}e${power}`;
}


/***/ }),

/***/ 9638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gs: () => (/* binding */ answeredLine),
/* harmony export */   Pu: () => (/* binding */ failureLine),
/* harmony export */   _A: () => (/* binding */ requestOutputs),
/* harmony export */   g$: () => (/* binding */ tooLarge)
/* harmony export */ });
/**
 * GitHub limits an output to 1 MB and counts UTF-16, two bytes per character (GitHub docs, "Passing information between
 * jobs").
 */
const maxCharacters = 500_000;
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
function failureLine({ kind, text, unsure, }) {
    return [
        ...(kind === 'aborted' ? ['This step was stopped.'] : []),
        text,
        ...(unsure
            ? ['Hex may have processed the request anyway. Check this in Hex before you send it again.']
            : []),
    ].join(' ');
}
/** Why a response can't be an output; undefined if it can. */
function tooLarge(data) {
    return data.length <= maxCharacters
        ? undefined
        : `The request succeeded, but its response has ${data.length} characters, and an output can hold ${maxCharacters} (GitHub's limit of 1 MB). To write it to a file, set 'save-to'.`;
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
        return lines.length === 1
            ? lines.filter((line) => line.length >= minCharacters)
            : lines.filter((line) => line.length >= minInLine);
    });
    return [...new Set(masks)];
}
/** A copy with secrets masked, at the paths and wherever else they occur. */
function withoutSecrets(value, paths, secrets) {
    return copy(value, paths, hiderOf(secrets));
}
/**
 * Masks thousands of secrets in thousands of texts. At each position, it compares only secrets with the same beginning,
 * longest first, so that no part of a secret stays visible.
 */
function hiderOf(secrets) {
    const byBeginning = Map.groupBy([...new Set(secrets)]
        .filter((secret) => secret.length >= minCharacters)
        .sort((a, b) => b.length - a.length), (secret) => secret.slice(0, minCharacters));
    return (text) => {
        let shown = '';
        let at = 0;
        while (at < text.length) {
            const place = at;
            const secret = byBeginning
                .get(text.slice(place, place + minCharacters))
                ?.find((each) => text.startsWith(each, place));
            shown += secret === undefined ? text[place] : hidden;
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
        : ` The Hex API has "/v1/${meant}", not "/v1/${first}".`;
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
const callDeadlineMs = 60_000;
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
        return 'The response is paged, but contains no list.';
    if (JSON.stringify(next.query) === JSON.stringify(query))
        return 'Hex links a page to itself, so paging cannot finish.';
    return pages >= maxPages
        ? `There are more than ${pages} pages. Increase 'max-pages', or filter the list with 'params'.`
        : undefined;
}
/**
 * May this call be retried? `safe` follows the rule for all calls, except that it does not retry other POSTs and PATCHes
 * after Hex's own 503, which is documented to mean "nothing was done" for RunProject only. `always` is for calls that the
 * user knows to be idempotent.
 */
function mayTryAgain(policy, method, { operation }, failure) {
    if (isTooLarge(failure))
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
/** A retry would not help, because the response would be too large again. */
function isTooLarge(failure) {
    return failure.kind === 'no-response' && failure.code === 'TOO_LARGE';
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
        ...(0,json/* withoutUndefined */.r$)({ body: plan.body }),
    };
    const tried = await (0,calls/* withRetries */.c5)(world, plan.deadlineAtMs, async () => {
        try {
            return await caller.call(spec, {
                deadlineMs: Math.max(1_000, Math.min(callDeadlineMs, plan.deadlineAtMs - clock.now())),
                notAfterMs: plan.deadlineAtMs,
                // An abort stops a request that was not sent. After that, only the response says whether it had an effect.
                unsentSignal: abort.signal,
                signal: plan.method === 'GET' ? abort.signal : abort.timeOver('start'),
            });
        }
        catch (error) {
            const failed = (0,calls/* hexErrorOf */.Ld)(error);
            if (mayTryAgain(plan.retry, plan.method, endpoint, failed.failure))
                throw failed;
            return failed;
        }
    });
    if (tried instanceof errors/* HexError */._)
        throw tried;
    return tried;
}
function failedOutcome(error, { method, path }, { operation }, { abort }) {
    const { failure, traceId } = error.call;
    const advice = isTooLarge(failure)
        ? " To write it to a file, set 'save-to'. To reduce it, use 'params'."
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
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   Ld: () => (/* binding */ hexErrorOf),
/* harmony export */   c5: () => (/* binding */ withRetries)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4027);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3380);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9368);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2493);





/**
 * Retries a call until it succeeds, fails permanently, is aborted, or has no time left for another try. Then throws the
 * last failure.
 * @param untilMs no try starts after this time, milliseconds since the epoch.
 * @param rateLimitUntilMs the same after a 429.
 */
async function withRetries(world, untilMs, call, rateLimitUntilMs = untilMs) {
    for (let tries = 1;; tries += 1) {
        try {
            return await call();
        }
        catch (error) {
            const { failure } = hexErrorOf(error);
            const waitMs = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retryWaitMs */ .Ko)(failure, tries, world.random());
            const isRateLimit = (0,_events_js__WEBPACK_IMPORTED_MODULE_3__/* .waitingFor */ .F)(failure) === 'rate-limit';
            const inTime = world.clock.now() + waitMs < (isRateLimit ? rateLimitUntilMs : untilMs);
            const isHopeless = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isOverLimit */ .kM)(failure) || !(0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .mayRetry */ .KO)('GET', failure);
            if (world.abort.signal.aborted || !inTime || isHopeless)
                throw error;
            world.onEvent({
                kind: 'waiting',
                why: (0,_events_js__WEBPACK_IMPORTED_MODULE_3__/* .waitingFor */ .F)(failure),
                waitMs,
                trouble: troubleOf(error),
            });
            await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, waitMs, world.abort.signal);
            if (world.abort.signal.aborted)
                throw error;
        }
    }
}
/** A failed call for reports. Rethrows anything but a HexError, because it is an unexpected error. */
function troubleOf(error) {
    const { call, message } = hexErrorOf(error);
    return { text: message, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutUndefined */ .r$)({ traceId: call.traceId }) };
}
/** The error as a HexError. Rethrows anything else, so that an unexpected error is never reported as Hex's. */
function hexErrorOf(error) {
    if (error instanceof _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HexError */ ._)
        return error;
    throw error;
}


/***/ }),

/***/ 2493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ waitingFor)
/* harmony export */ });
/** Hex's own 503 to a start means that all 25 kernels of the user are in use (API overview). */
function waitingFor(failure, isStart = false) {
    if (failure.kind !== 'refused')
        return 'connection';
    if (failure.status === 429)
        return 'rate-limit';
    return isStart ? 'kernel' : 'hex';
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
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8046);





/** The event payload; undefined if it can't be read. */
async function readEvent(env) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
    }
    catch {
        // Outside of GitHub Actions there is no event.
        return undefined;
    }
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
 * workspace or in the runner's temporary folder, and not in a reserved folder.
 */
async function openResponseFile(text, env) {
    const workspace = env['GITHUB_WORKSPACE'] ?? '';
    const temp = env['RUNNER_TEMP'] ?? '';
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(workspace, text);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    if (/[\p{Cc}]/u.test(text) || workspace === '')
        return outside(text);
    if (/[\\/]$/.test(text))
        return (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problem */ .CC)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is a folder. Add a file name.`);
    const complaint = complaintAbout(text, path, { workspace, temp });
    if (complaint !== undefined)
        return complaint;
    try {
        const existing = await nearestExisting(folder);
        const real = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(existing), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(existing, path));
        const realRoots = {
            workspace: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(workspace),
            temp: temp === '' ? '' : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(temp),
        };
        const realComplaint = complaintAbout(text, real, realRoots);
        if (realComplaint !== undefined)
            return realComplaint;
        const kind = await kindOf(path);
        if (kind === 'folder')
            return (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problem */ .CC)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is a folder. Add a file name.`);
        if (kind === 'link')
            return (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problem */ .CC)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is a symbolic link. Use a regular file.`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
        return (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .value */ .Uq)((response) => replaceFile(path, response));
    }
    catch (error) {
        return (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problem */ .CC)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} cannot be written: ${(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`);
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
function complaintAbout(text, path, { workspace, temp }) {
    const isInTemp = temp !== '' && isInside(temp, path);
    if (!isInTemp && !isInside(workspace, path))
        return outside(text);
    const isRunners = isInTemp && runnersFolder.test((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(temp, path));
    return isRunners || path.split(/[\\/]/).some((part) => gitFolder.test(part))
        ? (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problem */ .CC)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is in a folder that is reserved for the runner or Git. Use a different path.`)
        : undefined;
}
function outside(text) {
    return (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .problem */ .CC)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is not a file in the workspace or in the runner's temporary folder (RUNNER_TEMP). Use a path in one of them.`);
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

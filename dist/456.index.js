export const id = 456;
export const ids = [456];
export const modules = {

/***/ 6456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectGitHub: () => (/* binding */ connectGitHub)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_proxy_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2402);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9368);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8046);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8508);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2111);






/**
 * Connects to GitHub's API over `@actions/github`, which supports the runner's proxies. It is loaded only here, so jobs
 * without these reports don't load it.
 */
async function connectGitHub(token, apiUrl, env, clock) {
    const proxy = settledProxy(apiUrl, env);
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    return (time) => {
        const client = getOctokit(token, {
            baseUrl: apiUrl,
            userAgent: `hex-run-action/${_version_js__WEBPACK_IMPORTED_MODULE_3__/* .version */ .r}`,
            // Its messages, such as deprecations of endpoints, are not for users of this action.
            log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        });
        client.hook.wrap('request', (request, options) => sendWithRetries(requestOf(options), clock, time, async (signal) => {
            // The client's own hook reads these options, not those that `request` receives.
            options.request = { ...options.request, signal };
            try {
                const reply = await request(options);
                // A success without JSON is not from GitHub, but from something in between.
                const isJson = typeof reply.data === 'object';
                return isJson ? { reply } : { failure: { ...reply, data: undefined } };
            }
            catch (error) {
                return { failure: failureOf(error, proxy) };
            }
        }));
        return client;
    };
}
/** Reads, and POSTs of Git objects that are named by their content, can be repeated. Other POSTs can't. */
function requestOf(options) {
    const url = String(options['url']);
    const path = url.replaceAll(/\{(\w+)\}/g, (_, name) => String(options[name]));
    return {
        path: `${options['method']} ${path}`,
        repeatable: options['method'] !== 'POST' || /\/(?:git\/(?:blobs|trees|commits)|graphql)$/.test(url),
    };
}
/** GitHub ends a request after 10 s (docs, "Troubleshooting the REST API"), so a later response is not expected. */
const attemptMs = 10_000;
/** With waits of 0.5, 1, and 2 s between them: enough for a short outage, and little of a report's 75 s. */
const maxTries = 4;
async function sendWithRetries({ path, repeatable }, clock, time, send) {
    for (let tries = 1;; tries += 1) {
        const attempt = await sendOnce(clock, time, send);
        if ('reply' in attempt)
            return attempt.reply;
        const { failure } = attempt;
        const waitMs = (0,_call_js__WEBPACK_IMPORTED_MODULE_2__/* .waitBeforeRetryMs */ .lH)(failure, repeatable, tries, clock.now());
        const inTime = waitMs !== undefined && clock.now() + waitMs < time.untilMs();
        if (!inTime || tries >= maxTries || time.signal.aborted)
            throw new _call_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_(path, failure);
        await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, waitMs, time.signal);
    }
}
async function sendOnce(clock, time, send) {
    if (time.signal.aborted || clock.now() >= time.untilMs()) {
        return { failure: new Error('No time was left for the request.') };
    }
    const timeout = new AbortController();
    const forget = clock.after(attemptMs, () => timeout.abort());
    const signal = AbortSignal.any([timeout.signal, time.signal]);
    const attempt = await send(signal);
    forget();
    const isLate = signal.aborted && 'failure' in attempt && attempt.failure instanceof Error;
    return isLate ? { failure: new Error('No response in time.') } : attempt;
}
/** Octokit throws on every status outside 2xx, and wraps network errors as a 500 without a response. */
function failureOf(error, proxy) {
    const response = error instanceof Error && 'response' in error ? (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asRecord */ .qY)(error.response) : {};
    const status = (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asNumber */ .i)(response?.['status']);
    if (status !== undefined) {
        return { status, headers: (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .asRecord */ .qY)(response?.['headers']) ?? {}, data: response?.['data'] };
    }
    const message = (proxy && proxyFailureIn(proxy, error)) ?? (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error);
    return new Error(message === '' ? 'No response.' : message.replace(/\.?$/, '.'), { cause: error });
}
/** Ignores an invalid proxy. It also breaks the connection to Hex, which reports it. */
function settledProxy(apiUrl, env) {
    try {
        return (0,_hex_proxy_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .settleProxy */ .Au)(apiUrl, env);
    }
    catch (error) {
        if (error instanceof _hex_proxy_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .UnusableProxy */ .G1)
            return undefined;
        throw error;
    }
}
/** The proxy's failure, if it caused the error. Fetch and Octokit wrap network errors several times. */
function proxyFailureIn(proxy, error) {
    for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
        const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
        const words = (0,_hex_proxy_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .proxyFailure */ .xh)(proxy, code, cause.message);
        if (words !== undefined)
            return words;
    }
    return undefined;
}
function ignore() { }


/***/ }),

/***/ 2402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ settleProxy),
/* harmony export */   G1: () => (/* binding */ UnusableProxy),
/* harmony export */   R0: () => (/* binding */ isUnreachable),
/* harmony export */   cc: () => (/* binding */ unservedHint),
/* harmony export */   iJ: () => (/* binding */ proxyFor),
/* harmony export */   iq: () => (/* binding */ isProxyLogin),
/* harmony export */   xh: () => (/* binding */ proxyFailure)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

/** A variable sets an invalid proxy. The message does not repeat the value, because it may contain a password. */
class UnusableProxy extends Error {
    variable;
    constructor(variable) {
        super('It is not a proxy URL. Use a URL such as "http://proxy.example:3128".');
        this.name = 'UnusableProxy';
        this.variable = variable;
    }
}
/**
 * The proxy for an origin, chosen as curl and `@actions/http-client` do: `https_proxy` for https, `http_proxy` for http,
 * lower case first, and none for hosts in `no_proxy`. A proxy without a scheme uses http. Throws UnusableProxy.
 */
function proxyFor(origin, env) {
    const target = new URL(origin);
    const named = set(env, target.protocol === 'https:' ? 'https_proxy' : 'http_proxy');
    if (named === undefined || isExcepted(target, set(env, 'no_proxy')?.value ?? ''))
        return undefined;
    const { variable, value } = named;
    const url = withScheme(value);
    if (!URL.canParse(url))
        throw new UnusableProxy(variable);
    const { protocol, host, username, password } = new URL(url);
    const isKnown = ['http:', 'https:', 'socks5:', 'socks:'].includes(protocol);
    if (!isKnown || host === '' || !isDecodable(username + password)) {
        throw new UnusableProxy(variable);
    }
    return { url, host, variable };
}
/** A hint for a connection that failed without a proxy: `http_proxy` does not apply to https. */
function unservedHint(origin, env) {
    const http = set(env, 'http_proxy');
    if (http === undefined || !origin.startsWith('https:') || set(env, 'https_proxy') !== undefined) {
        return '';
    }
    return `${http.variable} is set, but https needs https_proxy.`;
}
/**
 * Rewrites the environment for GitHub's client, which reads it directly and supports neither proxies without a scheme nor
 * ranges in `no_proxy`. Throws UnusableProxy.
 */
function settleProxy(origin, env) {
    const proxy = proxyFor(origin, env);
    if (proxy !== undefined)
        env[proxy.variable] = proxy.url;
    else if (set(env, 'no_proxy') !== undefined) {
        const { variable, value } = set(env, 'no_proxy') ?? { variable: 'no_proxy', value: '' };
        const { hostname } = new URL(origin);
        if (isExcepted(new URL(origin), value))
            env[variable] = `${value},${hostname}`;
    }
    return proxy;
}
const notFound = ['ENOTFOUND', 'EAI_AGAIN'];
const unreachable = [
    'ECONNREFUSED',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ETIMEDOUT',
    'UND_ERR_CONNECT_TIMEOUT',
];
/** The code means that no connection could be made. */
function isUnreachable(code) {
    return notFound.includes(code) || unreachable.includes(code);
}
/** undici's message after a 407 to a plain http request. */
function isProxyLogin(words) {
    return words.startsWith('Proxy Authentication Required');
}
/**
 * What happened and what to do if a request failed at the proxy; undefined if it failed behind it. The proxy looks up the
 * host and connects to it, so every local failure to look up or connect is about the proxy.
 */
function proxyFailure({ host, variable }, code, words) {
    const name = `The proxy ${host} of ${variable}`;
    if (notFound.includes(code))
        return `${name} was not found (${code}). Check its host name.`;
    if (unreachable.includes(code)) {
        return `${name} cannot be reached (${code}). Check its host and port, and that it is running.`;
    }
    if (code === 'UND_ERR_PRX_TLS')
        return `${name} has a certificate for a different host name. Check its host name.`;
    if (code === 'UND_ERR_PRX_CONN')
        return `${name} closed the connection before it opened a tunnel.`;
    // undici reports a proxy's status only in this message, not in a code.
    const status = /\((\d{3})\)(?: !== 200|$)/.exec(words)?.[1];
    if (!/^Proxy (response|Authentication)/.test(words) || status === undefined)
        return undefined;
    if (status === '407') {
        return `${name} requires a user name and password (407). Set ${variable} to http://USER:PASSWORD@${host}, from a secret.`;
    }
    if (status === '403') {
        return `${name} does not allow this connection (403). Ask its operator to allow the host, or add the host to no_proxy.`;
    }
    return `${name} did not open a connection (${status}). Ask its operator.`;
}
function set(env, name) {
    const variable = [name, name.toUpperCase()].find((each) => (env[each] ?? '').trim() !== '');
    return variable === undefined ? undefined : { variable, value: (env[variable] ?? '').trim() };
}
function withScheme(value) {
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
}
/**
 * Is the target excluded by `no_proxy`? A name includes its subdomains (`*.name` only those), an entry with a port applies
 * to that port only, and a range (`10.0.0.0/8`) applies to IP addresses.
 */
function isExcepted({ hostname, port, protocol }, noProxy) {
    const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    const targetPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
    return noProxy
        .toLowerCase()
        .split(/[\s,]+/)
        .some((entry) => {
        if (entry.includes('/'))
            return isInRange(host, entry);
        const [, name = '', entryPort] = /^\[(.+?)\](?::(\d+))?$/.exec(entry) ??
            /^([^:]*)(?::(\d+))?$/.exec(entry) ?? ['', entry];
        if (name === '' || (entryPort !== undefined && entryPort !== targetPort))
            return false;
        if (name === '*')
            return true;
        const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
        return (host === domain && !name.startsWith('*')) || host.endsWith(`.${domain}`);
    });
}
function isInRange(host, range) {
    const [address = '', prefix = ''] = range.replace(/[[\]]/g, '').split('/');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    if (family === 0 || family !== (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) || !/^\d{1,3}$/.test(prefix))
        return false;
    if (Number(prefix) > (family === 4 ? 32 : 128))
        return false;
    const type = family === 4 ? 'ipv4' : 'ipv6';
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(address, Number(prefix), type);
    return list.check(host, type);
}
function isDecodable(text) {
    try {
        decodeURIComponent(text);
        return true;
    }
    catch {
        // A percent sign without an escape sequence. undici would throw.
        return false;
    }
}


/***/ }),

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of this action. A test compares it with `package.json`. */
const version = '0.1.0';


/***/ })

};

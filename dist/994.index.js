export const id = 994;
export const ids = [994];
export const modules = {

/***/ 4994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openProxy: () => (/* binding */ openProxy)
/* harmony export */ });
/* harmony import */ var undici_lib_api_api_connect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2279);
/* harmony import */ var undici_lib_dispatcher_dispatcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(883);
/* harmony import */ var undici_lib_dispatcher_env_http_proxy_agent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3137);



/**
 * undici's agent for the proxies that the environment names; it knows `no_proxy` as well.
 * @param closing destroys every socket, the ones that are still being connected included.
 */
function openProxy(env, limits, closing) {
    // undici's index adds its API to all dispatchers, and the agent needs `connect` of it to open a tunnel.
    // Imported by its own path it lacks that, and no https address could be reached through a proxy.
    Object.assign(undici_lib_dispatcher_dispatcher_js__WEBPACK_IMPORTED_MODULE_1__.prototype, { connect: undici_lib_api_api_connect_js__WEBPACK_IMPORTED_MODULE_0__ });
    const option = (key, name) => {
        const value = env[name] || env[name.toUpperCase()];
        return value === undefined || value === '' ? {} : { [key]: value };
    };
    return new undici_lib_dispatcher_env_http_proxy_agent_js__WEBPACK_IMPORTED_MODULE_2__({
        ...option('httpProxy', 'http_proxy'),
        ...option('httpsProxy', 'https_proxy'),
        ...option('noProxy', 'no_proxy'),
        // As without a proxy (`transport.ts`): HTTP/1.1 alone.
        allowH2: false,
        ...limits,
        connect: { signal: closing },
        proxyTls: { signal: closing },
    });
}


/***/ })

};

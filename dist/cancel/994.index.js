export const id = 994;
export const ids = [994];
export const modules = {

/***/ 4994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openProxy: () => (/* binding */ openProxy)
/* harmony export */ });
/* harmony import */ var undici_lib_dispatcher_env_http_proxy_agent_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3137);

/** undici's agent for the proxies that the environment names; it knows `no_proxy` as well. */
function openProxy(env, connectTimeoutMs) {
    const option = (key, name) => {
        const value = env[name] ?? env[name.toUpperCase()];
        return value === undefined || value === '' ? {} : { [key]: value };
    };
    return new undici_lib_dispatcher_env_http_proxy_agent_js__WEBPACK_IMPORTED_MODULE_0__({
        ...option('httpProxy', 'http_proxy'),
        ...option('httpsProxy', 'https_proxy'),
        ...option('noProxy', 'no_proxy'),
        connectTimeout: connectTimeoutMs,
    });
}


/***/ })

};

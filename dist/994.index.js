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
/* harmony import */ var undici_lib_dispatcher_proxy_agent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6672);



/**
 * undici's agent for a proxy.
 * @param closing destroys every socket, including those that are still connecting.
 */
function openProxy(url, limits, closing) {
    // The agent needs `connect` to open a tunnel. undici's index adds it to all dispatchers; without the index, which
    // loads slowly, it is missing, and no https address could be reached through a proxy.
    Object.assign(undici_lib_dispatcher_dispatcher_js__WEBPACK_IMPORTED_MODULE_1__.prototype, { connect: undici_lib_api_api_connect_js__WEBPACK_IMPORTED_MODULE_0__ });
    return new undici_lib_dispatcher_proxy_agent_js__WEBPACK_IMPORTED_MODULE_2__({
        uri: url,
        // As without a proxy (`transport.ts`): HTTP/1.1 alone.
        allowH2: false,
        ...limits,
        proxyTls: { signal: closing },
    });
}


/***/ })

};

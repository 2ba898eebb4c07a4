namespace Blog.Bench.Hostile;

/// <summary>What the watch runs within pages; every script names itself, so that the debugger's list tells them from the pages' own.</summary>
internal static class PageWatchScript
{
    /// <summary>Before any script of a page: functions that payloads call report themselves, and so does the policy.</summary>
    public const string Bind = """
        (() => {
          const report = globalThis.watchReport;
          for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
            Object.defineProperty(globalThis, name, { value: () => { report(name); return null; }, configurable: false, writable: false });
          }
          const beacon = Navigator.prototype.sendBeacon;
          if (beacon) { Navigator.prototype.sendBeacon = () => { report("sendBeacon"); return true; }; }
          document.addEventListener("securitypolicyviolation", (event) => report("policy " + event.violatedDirective + " " + event.blockedURI), true);
          // Links of the web are where readers go, and not where the watch goes; every other kind does what it does.
          addEventListener("click", (event) => {
            const link = event.target instanceof Element ? event.target.closest("a[href], area[href]") : null;
            if (link && /^(https?|mailto):$/.test(link.protocol)) { event.preventDefault(); }
          });
          addEventListener("submit", (event) => event.preventDefault());
        })();
        //# sourceURL=watch:bind
        """;

    /// <summary>Elements and attributes that no page of the theme has, and addresses that no page may hold.</summary>
    public const string Walk = """
        (() => {
          const strange = [];
          const elements = new Set(("html head title meta link body header nav main footer section article aside div p span a ul ol li dl dt dd h1 h2 h3 h4 h5 h6 time details summary form label input button select option fieldset legend textarea output search "
            + "blockquote pre code table caption thead tbody tfoot tr th td figure figcaption b strong i em u s del ins sub sup small kbd samp var cite dfn q abbr mark br hr wbr img script noscript template dialog progress meter data menu").split(" "));
          // The program's own charts, by the same closed tables as the safety check's: shapes, numbers, the page's own colour.
          const shapes = new Set("svg rect line text".split(" "));
          const numbers = new Set("viewBox x y x1 y1 x2 y2 width height fill-opacity stroke-opacity".split(" "));
          const words = { role: /^img$/, class: /^(chart|spark)$/, fill: /^(currentColor|none)$/, stroke: /^(currentColor|none)$/, "text-anchor": /^(start|middle|end)$/, "aria-label": /^/ };
          const isChart = (element) => element.namespaceURI === "http://www.w3.org/2000/svg" && shapes.has(element.localName) && element.closest("svg.chart, svg.spark") !== null
            && [...element.attributes].every(({ name, value }) => numbers.has(name) ? /^[\d., ]*$/.test(value) : Object.hasOwn(words, name) && words[name].test(value));
          const own = (address) => { try { return new URL(address, location.href).origin === location.origin; } catch { return false; } };
          for (const element of document.querySelectorAll("*")) {
            const say = (what) => strange.push(what + ": " + element.outerHTML.slice(0, 160));
            if (isChart(element)) { continue; }
            if (element.namespaceURI !== "http://www.w3.org/1999/xhtml" || !elements.has(element.localName)) { say("element " + element.localName); continue; }
            if (document.body?.contains(element) && element.closest("[data-unit]") && ["meta", "link", "script", "select", "template", "dialog", "noscript", "title"].includes(element.localName)) { say("in a text"); }
            for (const { name, value } of element.attributes) {
              if (name.startsWith("on") || name === "style" || name === "srcdoc" || name === "formaction" || name === "ping" || name === "background" || name === "xlink:href" || name === "is" || name === "nonce") { say("attribute " + name); }
              if (name === "href" && element.localName !== "link" && !/^(https?:|mailto:|#|\/|\?|$)/.test(value) && !/^[\w%.~\/-]+(#|\?|$)/.test(value)) { say("address " + value.slice(0, 60)); }
              if ((name === "src" || name === "srcset" || name === "poster" || name === "data" || name === "action") && !own(value)) { say("asks elsewhere"); }
              if ((name === "id" || name === "name") && /[^\w:.-]/.test(value)) { say("id"); }
            }
            if (element.localName === "script" && !(element.src && own(element.src)) && !/^application\/(ld\+)?json$/.test(element.type)) { say("script without a file"); }
            if (element.localName === "meta" && element.httpEquiv && element.httpEquiv.toLowerCase() !== "content-security-policy" && !(element.httpEquiv === "refresh" && own(element.content.replace(/^0; ?url=/, "")))) { say("meta"); }
            if (element.localName === "link" && !/^(stylesheet|icon|alternate|canonical|next|prev|search|license|modulepreload|preload|me|self|shortlink|expect)$/.test(element.rel)) { say("link"); }
          }
          return strange;
        })()
        //# sourceURL=watch:walk
        """;

    /// <summary>Sends the event of every handler, opens what opens, clicks what can be clicked, puts the focus on everything.</summary>
    public const string Provoke = """
        (() => {
          const send = (element, type) => { try { element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true })); } catch { } };
          for (const element of document.querySelectorAll("*")) {
            for (const { name } of [...element.attributes]) { if (/^on/i.test(name)) { send(element, name.slice(2).toLowerCase()); } }
          }
          for (const element of document.querySelectorAll("details")) { element.open = true; }
          for (const element of document.querySelectorAll("a[href], area, summary, button:not(form button), [tabindex]")) {
            try { element.focus?.({ preventScroll: true }); } catch { }
            try { element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true, cancelable: true })); } catch { }
            if (!/^(https?|mailto):$/.test(element.protocol ?? "https:") || element.localName !== "a") { try { element.click(); } catch { } }
          }
          return [];
        })()
        //# sourceURL=watch:provoke
        """;

    /// <summary>The texts of a feed as units of the page at hand.</summary>
    public const string ReadFeed = """
        (async () => {
          const feed = new DOMParser().parseFromString(await (await fetch("{feed}")).text(), "application/xml");
          if (feed.getElementsByTagName("parsererror").length > 0) { throw new Error("the feed is no XML"); }
          for (const content of feed.querySelectorAll("content, summary, title, subtitle, name")) {
            const text = document.createElement("div");
            text.dataset.unit = "of-feed";
            if (content.getAttribute("type") === "html") { text.innerHTML = content.textContent; } else { text.textContent = content.textContent; }
            document.body.append(text);
          }
          await new Promise((done) => setTimeout(done, 50));
          return [];
        })()
        //# sourceURL=watch:feed
        """;

    /// <summary>What DOMPurify takes out of the text of every post and comment, as the page holds it.</summary>
    public const string Purify = """
        (() => {
          const removed = [];
          for (const unit of document.querySelectorAll("[data-unit]")) {
            DOMPurify.sanitize(unit.innerHTML, { ADD_ATTR: ["target", "rel"], ALLOW_UNKNOWN_PROTOCOLS: false });
            for (const one of DOMPurify.removed) {
              removed.push(one.element ? "element " + one.element.nodeName : "attribute " + one.attribute?.name + " of " + one.from?.nodeName);
            }
          }
          return removed;
        })()
        //# sourceURL=watch:purified
        """;
}

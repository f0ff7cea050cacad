// Builds web/static/ from the sources beside this file and two npm packages.
// The stamp `ready` is written last: where it stands, the build is whole.
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { compile } from "sass";

const assets = dirname(fileURLToPath(import.meta.url));
const out = join(assets, "..", "static");
const packages = join(assets, "..", "..", "..", "..", "node_modules");
const govuk = join(packages, "govuk-frontend", "dist", "govuk");

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const { css } = compile(join(assets, "styles", "answerable.scss"), {
  loadPaths: [join(packages, "govuk-frontend", "dist")],
  style: "compressed",
  quietDeps: true,
  alertColor: false,
});
await writeFile(join(out, "answerable.css"), css);

// The package's file names a source map that is not served.
const library = await readFile(join(govuk, "govuk-frontend.min.js"), "utf8");
await writeFile(join(out, "govuk-frontend.mjs"), library.replace(/\/\/# sourceMappingURL=\S+/, ""));

for (const folder of ["scripts", "marks"]) {
  for (const name of await readdir(join(assets, folder))) {
    await cp(join(assets, folder, name), join(out, name));
  }
}

const size = (text) => `${(gzipSync(text).length / 1024).toFixed(1)} KB gzipped`;
console.log(`answerable.css ${size(css)}, govuk-frontend.mjs ${size(library)}`);
await writeFile(join(out, "ready"), "");

// Reads one question a line and answers each as the browser's verifier does.
// node agree.mjs VERIFY_JS < questions > answers
import { createInterface } from "node:readline";
import { readFile } from "node:fs/promises";

const source = await readFile(process.argv[2], "utf8");
const verify = await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);

for await (const line of createInterface({ input: process.stdin })) {
  const { files, policy } = JSON.parse(line);
  let answer;
  try {
    const held = new Map(
      Object.entries(files).map(([name, text]) => [name, new Uint8Array(Buffer.from(text, "base64"))]),
    );
    answer = { holds: true, lines: await verify.check(held, policy) };
  } catch (fault) {
    const known = fault instanceof verify.Fails || fault instanceof TypeError;
    answer = { holds: false, lines: [fault.message], defect: !known };
  }
  console.log(JSON.stringify(answer));
}

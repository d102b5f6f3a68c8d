// The licences of what is in the bundle, one behind the other: `node licences.mjs > FILE`.
import {readFileSync, readdirSync} from "node:fs"

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"))
const names = Object.keys(lock.packages).filter(name => name && !name.includes("esbuild")).sort()
for (const name of names) {
  const {version} = lock.packages[name], file = readdirSync(name).find(found => /^licen[cs]e/i.test(found))
  console.log(`${name.replace("node_modules/", "")} ${version}\n\n${readFileSync(`${name}/${file}`, "utf8").trim()}\n`)
}

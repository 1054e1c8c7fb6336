-- Runs the checks of checks.lua and writes what came of them: `nvim -l`-like, for a Neovim that has no `-l` yet.
-- The environment has OFFICE_HOURS_RESULTS (a file), OFFICE_HOURS_INIT (an init.lua), OFFICE_HOURS_NOTES (a folder of notes
-- to write into) and GREP (words of titles, to run just some).

local here = vim.fn.fnamemodify(debug.getinfo(1, 'S').source:sub(2), ':p:h')
local results = { passed = 0, failed = 0, skipped = 0, failures = {} }
local wanted = vim.env.GREP or ''

local function say(line)
  io.stdout:write('office-hours-test ' .. line .. '\n')
  io.stdout:flush()
end

local function it(title, run)
  if not title:find(wanted, 1, true) then
    return
  end
  local started = vim.loop.now()
  vim.loop.update_time()
  local ok, problem = xpcall(run, debug.traceback)
  vim.loop.update_time()
  if ok then
    results.passed = results.passed + 1
    say(string.format('  ✔ %s (%d ms)', title, vim.loop.now() - started))
  else
    results.failed = results.failed + 1
    table.insert(results.failures, { title = title, error = tostring(problem) })
    say('  ✘ ' .. title)
  end
end

local ok, problem = xpcall(function()
  local checks = dofile(here .. '/checks.lua')
  checks(it, dofile(here .. '/editor.lua'), { init = vim.env.OFFICE_HOURS_INIT, notes = vim.env.OFFICE_HOURS_NOTES })
end, debug.traceback)
if not ok then
  results.failed = results.failed + 1
  table.insert(results.failures, { title = 'the checks', error = tostring(problem) })
end

-- An empty table is an empty object to Neovim.
local text = vim.fn.json_encode(results):gsub('"failures": {}', '"failures": []')
vim.fn.writefile({ text }, vim.env.OFFICE_HOURS_RESULTS)
vim.cmd(results.failed == 0 and 'qall!' or 'cquit 1')

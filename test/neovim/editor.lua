-- A Neovim as its user has it, in a process of its own, driven by keys. What runs here only watches it and types.

local Editor = {}
Editor.__index = Editor

-- Milliseconds; a safety net that a busy machine does not reach.
local longest = 60000

-- Starts it in a folder. `init` is its init.lua.
function Editor.start(init, folder)
  local channel = vim.fn.jobstart(
    { vim.v.progpath, '--embed', '--headless', '-n', '-i', 'NONE', '-u', init },
    { rpc = true, cwd = folder }
  )
  assert(channel > 0, 'Neovim does not start')
  return setmetatable({ channel = channel }, Editor)
end

-- Runs Lua in it: `lua('return ...', 1)`. Rejects what is no data.
function Editor:lua(code, ...)
  return vim.rpcrequest(self.channel, 'nvim_exec_lua', code, { ... })
end

-- Types, as the user would: `type('iTODO<Esc>')`. It has been typed when this returns.
function Editor:type(keys)
  vim.rpcrequest(self.channel, 'nvim_input', keys)
  -- Typed keys come before whatever is asked from outside.
  vim.rpcrequest(self.channel, 'nvim_get_mode')
end

-- What `code` gives, once it gives something other than nil and false; fails after a while, saying what was waited for.
function Editor:wait(what, code, ...)
  local arguments, found = { ... }, nil
  local come = vim.wait(longest, function()
    local mode = vim.rpcrequest(self.channel, 'nvim_get_mode')
    -- While a question blocks it, it answers nothing.
    if mode.blocking then
      return false
    end
    found = self:lua(code, unpack(arguments))
    return found ~= vim.NIL and found ~= nil and found ~= false
  end, 10)
  assert(come, 'waited in vain for ' .. what)
  return found
end

-- Opens a file, and waits for the server to know it.
function Editor:open(path)
  self:type('<Esc>:silent! %bwipeout!<CR>:edit ' .. path .. '<CR>')
  self:wait('the server at ' .. path, 'return next(vim.lsp.buf_get_clients(0)) ~= nil')
end

function Editor:lines()
  return self:lua('return vim.api.nvim_buf_get_lines(0, 0, -1, true)')
end

-- The buffer is to have these lines, one after the other.
function Editor:expectLines(...)
  local expected = '\n' .. table.concat({ ... }, '\n') .. '\n'
  local ok = pcall(
    self.wait,
    self,
    'lines',
    [[
      local lines = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
      return ('\n' .. lines .. '\n'):find(..., 1, true) ~= nil
    ]],
    expected
  )
  assert(ok, 'expected these lines:' .. expected .. 'but the buffer is:\n' .. table.concat(self:lines(), '\n'))
end

-- The server's answer to a request about the buffer, or the place of the cursor in it.
function Editor:ask(method)
  return self:lua(
    [[
      local answers = vim.lsp.buf_request_sync(0, ..., vim.lsp.util.make_position_params(), 60000)
      local _, answer = next(answers or {})
      return answer and answer.result or vim.NIL
    ]],
    method
  )
end

-- Puts the cursor on a text of the buffer.
function Editor:place(text)
  local found = self:lua(
    [[
      local text = ...
      for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
        local from = line:find(text, 1, true)
        if from then
          vim.api.nvim_win_set_cursor(0, { number, from - 1 })
          return true
        end
      end
      return false
    ]],
    text
  )
  assert(found, 'not in the buffer: ' .. text)
end

-- The diagnostics of the buffer as `LINE:COLUMN code`, 1-based, columns in bytes; in order of their places.
local described = [[
  local function codes()
    local found = {}
    for _, each in ipairs(vim.diagnostic.get(0)) do
      local code = each.code or (each.user_data and each.user_data.lsp and each.user_data.lsp.code)
      table.insert(found, string.format('%d:%d %s', each.lnum + 1, each.col + 1, code))
    end
    table.sort(found)
    return table.concat(found, '\n')
  end
]]

function Editor:diagnostics()
  return self:lua(described .. 'return codes()')
end

-- Waits until the diagnostics are just these.
function Editor:expectDiagnostics(...)
  local expected = table.concat({ ... }, '\n')
  local ok = pcall(self.wait, self, 'diagnostics', described .. 'return codes() == ...', expected)
  assert(ok, string.format('expected these diagnostics:\n%s\nbut got:\n%s', expected, self:diagnostics()))
end

-- Answers the next question among code actions by a title; asks again while the server has not got that far.
function Editor:applyAction(title, only)
  for _ = 1, 20 do
    local offered = self:offerActions(title, only)
    if vim.tbl_contains(offered, title) then
      return
    end
    self.offered = offered
  end
  error(title .. ' is not among:\n' .. table.concat(self.offered, '\n'))
end

-- The titles of the code actions; the one that is wanted is taken.
function Editor:offerActions(title, only)
  self:lua(
    [[
      local title, only = ...
      _G.offered = nil
      vim.ui.select = function(items, options, choose)
        _G.offered = vim.tbl_map(options.format_item, items)
        for _, item in ipairs(items) do
          if options.format_item(item) == title then
            return choose(item)
          end
        end
      end
      vim.lsp.buf.code_action(only and { only = { only }, diagnostics = {} } or nil)
    ]],
    title,
    only
  )
  local offered = {}
  vim.wait(longest / 12, function()
    local found = self:lua('return _G.offered')
    if found ~= vim.NIL and found ~= nil then
      offered = found
      return true
    end
    return false
  end, 10)
  return offered
end

-- The words of the list that Ctrl+X Ctrl+O opens at the cursor, in insert mode, once it has "word": what a list lacks is
-- asked of GitHub behind it, and the next one has it.
function Editor:list(word)
  local words = {}
  for _ = 1, 20 do
    self:type('<C-x><C-o>')
    vim.wait(longest / 12, function()
      words = self:lua([[
        return vim.tbl_map(function(item)
          return item.word
        end, vim.fn.complete_info({ 'items' }).items)
      ]])
      return #words > 0
    end, 10)
    if vim.tbl_contains(words, word) then
      return words
    end
    if #words > 0 then
      self:type('<C-e>')
      vim.wait(100)
    end
  end
  error(word .. ' is not in the list:\n' .. table.concat(words, '\n'))
end

-- Takes the item of the list that is this word.
function Editor:choose(word)
  local chosen = [[
    local line, column = vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0)[2]
    return vim.endswith(line:sub(1, column), ...)
  ]]
  for _ = 1, 300 do
    if self:lua(chosen, word) then
      break
    end
    self:type('<C-n>')
  end
  assert(self:lua(chosen, word), word .. ' cannot be chosen')
  -- Without a list, the key would copy from the line above.
  if self:lua('return vim.fn.pumvisible()') == 1 then
    self:type('<C-y>')
  end
end

-- The text of the window that floats, once there is one.
function Editor:floating()
  return self:wait('a floating window', [[
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        local buffer = vim.api.nvim_win_get_buf(window)
        return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
      end
    end
  ]])
end

-- Points at a text with K until the window that floats has these words: titles come from GitHub.
function Editor:hover(text, words)
  local said
  for _ = 1, 20 do
    self:lua([[
      for _, window in ipairs(vim.api.nvim_list_wins()) do
        if vim.api.nvim_win_get_config(window).relative ~= '' then
          vim.api.nvim_win_close(window, true)
        end
      end
    ]])
    self:place(text)
    self:type('K')
    said = self:floating()
    if said:find(words, 1, true) then
      return
    end
  end
  error(words .. ' is not in the hover:\n' .. said)
end

-- Ends it as a user does.
function Editor:quit()
  vim.rpcnotify(self.channel, 'nvim_input', '<Esc><Esc>:qall!<CR>')
  local code = vim.fn.jobwait({ self.channel }, longest)[1]
  assert(code == 0, 'Neovim ended with ' .. code)
end

return Editor

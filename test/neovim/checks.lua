-- What a writer does with notes in Neovim, and what must come of it. The notes are a copy of samples/.

return function(it, Editor, places)
  local editor = Editor.start(places.init, places.notes)

  local function note(date)
    return places.notes .. '/' .. date:gsub('-', '') .. '_meeting_notes.md'
  end

  local function same(actual, expected)
    assert(actual == expected, string.format('expected\n%s\nbut got\n%s', vim.inspect(expected), vim.inspect(actual)))
  end

  it('shows the mistake of a note', function()
    editor:open(note('2026-05-12'))
    editor:expectDiagnostics('21:3 todo-owner-missing')
  end)

  it('starts one server for all notes of a clone', function()
    editor:open(note('2026-04-28'))
    editor:expectDiagnostics('22:1 section-duplicate')
    same(editor:lua('return #vim.lsp.get_active_clients()'), 1)
    same(editor:lua('return vim.lsp.get_active_clients()[1].config.root_dir'), (places.notes:gsub('/docs/office%-hours$', '')))
  end)

  it('starts one server for files that are opened at once, and shows nothing twice', function()
    local other = Editor.start(places.init, places.notes)
    other:lua(
      [[
        for _, path in ipairs({ ... }) do
          vim.cmd('edit ' .. path)
        end
      ]],
      note('2026-04-28'),
      note('2026-02-03'),
      note('2026-05-12')
    )
    other:type(':setfiletype markdown<CR>:set filetype=markdown<CR>')
    other:expectDiagnostics('21:3 todo-owner-missing')
    other:type(':set filetype=markdown<CR>')
    other:expectDiagnostics('21:3 todo-owner-missing')
    same(other:lua('return #vim.lsp.get_active_clients()'), 1)
    for date, expected in pairs({
      ['2026-04-28'] = '22:1 section-duplicate',
      ['2026-02-03'] = '1:24 title-date-mismatch',
    }) do
      other:type(':buffer ' .. note(date) .. '<CR>')
      other:expectDiagnostics(expected)
    end
    -- A server that has ended is started anew.
    other:lua('vim.lsp.stop_client(vim.lsp.get_active_clients())')
    other:wait('its end', 'return #vim.lsp.get_active_clients() == 0')
    other:open(note('2026-05-12'))
    other:expectDiagnostics('21:3 todo-owner-missing')
    other:quit()
  end)

  it('leaves what is no note alone', function()
    editor:open(places.notes .. '/README.md')
    editor:type('GoTODO: nobody<Esc>')
    -- Once it has answered, it has seen the change.
    same(editor:ask('textDocument/hover'), vim.NIL)
    same(editor:ask('textDocument/hover'), vim.NIL)
    same(editor:diagnostics(), '')
  end)

  it('applies a quick fix to the buffer, and the problem is gone', function()
    editor:open(note('2026-05-12'))
    editor:expectDiagnostics('21:3 todo-owner-missing')
    editor:place('TODO: find')
    editor:applyAction('Assign to okan')
    editor:expectLines(
      '* TODO(okan): review PR #251',
      '* TODO(okan): find a machine for the public demo'
    )
    editor:expectDiagnostics()
  end)

  it('offers the rewritings of a reference, too', function()
    editor:open(note('2026-08-04'))
    editor:place('PR #271')
    editor:applyAction('Convert to Link')
    editor:expectLines('* 0.12.1 is out ([PR #271](https://github.com/lantern-project/lantern/pull/271))')
  end)

  it('fixes all that can be fixed safely', function()
    editor:open(note('2026-02-03'))
    editor:expectDiagnostics('1:24 title-date-mismatch')
    editor:applyAction('Apply All Safe Fixes', 'source.fixAll.officeHours')
    editor:expectLines('# lantern office hours 2026-02-03')
    editor:expectDiagnostics()
  end)

  it('lists pull requests behind PR #, and inserts the one that is chosen', function()
    editor:open(note('2026-08-04'))
    editor:place('mentoring')
    editor:type('o* see PR #')
    editor:list('#272')
    editor:choose('#272')
    editor:type(' for more<Esc>')
    editor:expectLines('* Thanks to Okan and Priya for mentoring', '* see PR #272 for more', '')
  end)

  it('lists by the digits that are typed already', function()
    editor:open(note('2026-08-04'))
    editor:place('mentoring')
    editor:type('o* see issue #27')
    editor:list('#273')
    editor:choose('#273')
    editor:type('<Esc>')
    editor:expectLines('* Thanks to Okan and Priya for mentoring', '* see issue #273', '')
  end)

  -- Every beginning of the first fifty numbers that the notes mention, each once.
  local function beginnings()
    local found, numbers, taken = {}, 0, {}
    for _, path in ipairs(vim.fn.glob(places.notes .. '/*_meeting_notes.md', true, true)) do
      for digits in table.concat(vim.fn.readfile(path), '\n'):gmatch('#(%d+)') do
        if numbers < 50 and not taken[digits .. ' whole'] then
          taken[digits .. ' whole'] = true
          numbers = numbers + 1
          for length = 1, #digits do
            local beginning = digits:sub(1, length)
            if not taken[beginning] then
              taken[beginning] = true
              table.insert(found, beginning)
            end
          end
        end
      end
    end
    assert(#found > 50, 'the notes have few numbers: ' .. #found)
    return found
  end

  it('keeps what is typed on Enter, Tab, Space and Escape', function()
    editor:open(note('2026-08-04'))
    editor:place('mentoring')
    local expected = {}
    editor:type(':setlocal noautoindent comments=<CR>o')
    for _, text in ipairs({ 'see #dry', 'thanks @mi', 'TODO(mi', 'TODO: mi', '## Hi', 'PR #', 'issue #27.' }) do
      for key, kept in pairs({ ['<CR>'] = '\n', ['<Tab>'] = '\t', ['<Space>'] = ' ', ['<Esc>a'] = '' }) do
        editor:type(text .. key .. 'x<CR>')
        vim.list_extend(expected, vim.split(text .. kept .. 'x', '\n'))
      end
    end
    editor:type('<Esc>')
    editor:expectLines(unpack(expected))
  end)

  for _, option in ipairs({ 'menu,preview', 'menu,menuone,noselect' }) do
    it('keeps every beginning of a number on Enter in its list, with completeopt=' .. option, function()
      editor:open(note('2026-08-04'))
      editor:type(':setlocal noautoindent comments=<CR>')
      editor:lua('vim.o.completeopt = ...', option)
      editor:place('mentoring')
      editor:type('o')
      local expected = {}
      for _, digits in ipairs(beginnings()) do
        editor:type('see #' .. digits .. '<C-x><C-o>')
        editor:wait('the list at ' .. digits, "return vim.fn.complete_info({ 'mode' }).mode == 'eval'")
        editor:type('<CR>')
        table.insert(expected, 'see #' .. digits)
      end
      editor:type('<Esc>')
      editor:expectLines(unpack(expected))
      editor:lua("vim.o.completeopt = 'menu,preview'")
    end)
  end

  it('lists what GitHub knows though no note names it', function()
    editor:open(note('2026-08-04'))
    editor:place('mentoring')
    editor:type('o* lantern-project/website#')
    editor:list('#40')
    editor:type('<Esc>')
  end)

  it('lists people behind TODO(', function()
    editor:open(note('2026-08-04'))
    editor:place('draft the announcement', false)
    editor:type('o* TODO(')
    editor:list('Bastien): ')
    editor:choose('Bastien): ')
    editor:type('look<Esc>')
    editor:expectLines('* TODO(wren): draft the announcement of 1.0', '* TODO(Bastien): look')
    editor:expectDiagnostics()
  end)

  it('lists the sections that are missing', function()
    editor:open(note('2026-03-31'))
    editor:place('## Parser')
    editor:type('O## ')
    same(editor:list('Highlights since the last meeting')[1], 'Highlights since the last meeting')
    editor:type('<Esc>')
  end)

  it('says in a hover what GitHub knows', function()
    editor:open(note('2026-08-04'))
    editor:hover('issue #273', 'What must not change after 1.0')
  end)

  it('says where a reference leads', function()
    editor:open(note('2026-08-04'))
    editor:place('PR #272')
    for _, link in ipairs(editor:ask('textDocument/documentLink')) do
      if link.target == 'https://github.com/lantern-project/lantern/pull/272' then
        local line = editor:lines()[link.range.start.line + 1]
        return same(line:sub(link.range.start.character + 1, link.range['end'].character), 'PR #272')
      end
    end
    error('no link to it')
  end)

  it('opens a reference in the browser', function()
    editor:open(note('2026-08-04'))
    editor:place('PR #272')
    -- In place of a browser.
    editor:lua([[_G.browsed = nil
      vim.fn['netrw#BrowseX'] = function(url) _G.browsed = url end]])
    editor:type('gx')
    same(
      editor:wait('the browser', 'return _G.browsed'),
      'https://github.com/lantern-project/lantern/pull/272'
    )
  end)

  it('goes to a linked note, and to its heading', function()
    editor:open(note('2026-08-04'))
    editor:place('mentoring')
    editor:type('o* as [last time](20260623_meeting_notes.md#action-items) said<Esc>')
    editor:place('last time')
    editor:type('gd')
    editor:wait('the other note', 'return vim.api.nvim_buf_get_name(0) == ...', note('2026-06-23'))
    same(editor:lua('return vim.api.nvim_get_current_line()'), '## Action items')
  end)

  it('counts characters as the server does, whatever stands before', function()
    editor:open(note('2026-08-04'))
    editor:place('TODO(wren)')
    editor:type('o* 🎉🎉 größer, 山田: TODO: prüfen, 𝄞 siehe PR #272 und PR #')
    editor:list('#271')
    editor:choose('#271')
    editor:type('!<Esc>')
    local before = '* 🎉🎉 größer, 山田: '
    editor:expectLines('* TODO(wren): draft the announcement of 1.0', before .. 'TODO: prüfen, 𝄞 siehe PR #272 und PR #271!')
    editor:expectDiagnostics(string.format('31:%d todo-owner-missing', #before + 1))
    editor:hover('PR #272 und', '#272')
    editor:type('<C-c>')
    editor:place('TODO: prüfen')
    editor:applyAction('Assign to wren')
    editor:expectLines(before .. 'TODO(wren): prüfen, 𝄞 siehe PR #272 und PR #271!')
    editor:expectDiagnostics()
  end)

  it('stays in step with whatever is typed', function()
    editor:open(note('2026-06-23'))
    local keys = {
      'ggdd', 'u', 'Go* TODO: nobody 🎉<Esc>', 'ggO<Esc>', 'jddp', ':%s/Mirela/Ümit 🎈/g<CR>', 'u', '<C-r>', '/TODO<CR>',
      'yyp', 'cwTODO<Esc>', 'n.', 'J', 'u', 'ggjo# lantern office hours 2025-06-23<Esc>', 'dGu', 'G5kdap', 'P',
      'o## Misc<CR><CR>𝄞𝄞 TODO: éé<Left><BS><Left><BS>x<Esc>', 'ggVGdu', ':g/^$/normal Ay<CR>', 'u', 'gg2dd',
      ':$put =repeat(["* TODO: 山", "山"], 3)<CR>', ':%s/山\\n/é/<CR>',
    }
    for _, key in ipairs(keys) do
      editor:type('<Esc>' .. key)
    end
    editor:type('<Esc>:write!<CR>')
    local expected = {}
    local lines = editor:lines()
    local report = vim.fn.system({ 'office-hours', 'check', '--offline', '--format', 'json', note('2026-06-23') })
    for _, problem in ipairs(vim.fn.json_decode(report)) do
      -- Its columns count UTF-16 code units, Neovim's bytes.
      local column = vim.str_byteindex(lines[problem.line], problem.column - 1, true) + 1
      table.insert(expected, string.format('%d:%d %s', problem.line, column, problem.code))
    end
    assert(#expected > 3, report)
    table.sort(expected)
    editor:expectDiagnostics(unpack(expected))
  end)

  it('keeps the line ends of Windows', function()
    local path = note('2026-05-12')
    vim.fn.writefile(vim.tbl_map(function(line)
      return line .. '\r'
    end, vim.fn.readfile(path)), path)
    editor:open(path)
    same(editor:lua('return vim.bo.fileformat'), 'dos')
    editor:expectDiagnostics('21:3 todo-owner-missing')
    editor:place('TODO: find')
    editor:applyAction('Ignore todo-owner-missing for This Line')
    editor:expectLines(
      '  <!-- office-hours-disable-next-line todo-owner-missing -->',
      '* TODO: find a machine for the public demo'
    )
    editor:type(':write<CR>')
    for _, line in ipairs(vim.list_slice(vim.fn.readfile(path, 'b'), 1, 20)) do
      assert(vim.endswith(line, '\r') and not vim.endswith(line, '\r\r'), line)
    end
  end)

  it('follows its settings', function()
    editor:open(note('2026-04-28'))
    editor:expectDiagnostics('22:1 section-duplicate')
    editor:lua([[
      local client = vim.lsp.get_active_clients()[1]
      client.config.settings.officeHours.checks = { severity = { ['section-duplicate'] = 'off' } }
      client.notify('workspace/didChangeConfiguration', { settings = client.config.settings })
    ]])
    editor:expectDiagnostics()
  end)

  it('makes a new note by the command line', function()
    editor:type(':execute "edit" trim(system("office-hours new --date 2026-08-18"))<CR>')
    editor:wait('the new note', 'return vim.api.nvim_buf_get_name(0) == ...', note('2026-08-18'))
    editor:expectLines('# lantern office hours 2026-08-18')
    editor:wait('its blanks', 'return #vim.diagnostic.get(0) > 0')
  end)

  it('makes a new note by the server, and writes a reference into it', function()
    editor:open(note('2026-08-04'))
    editor:type(':OfficeHoursNewNote 2026-09-01<CR>')
    editor:wait('the new note', 'return vim.api.nvim_buf_get_name(0) == ...', note('2026-09-01'))
    editor:expectLines('# lantern office hours 2026-09-01')
    editor:wait('the server', 'return next(vim.lsp.buf_get_clients(0)) ~= nil')
    editor:type('Go* <Esc>:OfficeHoursInsertReference 272<CR>')
    editor:wait('the reference', [[return vim.api.nvim_buf_get_lines(0, -2, -1, true)[1]:find('#272', 1, true)]])
    editor:type(':write<CR>')
  end)

  it('takes a worktree, whose .git is a file, for a clone of its own', function()
    local clone = places.notes:gsub('/docs/office%-hours$', '')
    local tree = clone .. '-tree'
    vim.fn.mkdir(tree .. '/docs/office-hours', 'p')
    vim.fn.mkdir(clone .. '/.git/worktrees/tree', 'p')
    vim.fn.writefile({ '../..' }, clone .. '/.git/worktrees/tree/commondir')
    vim.fn.writefile({ 'gitdir: ../clone/.git/worktrees/tree' }, tree .. '/.git')
    local path = tree .. '/docs/office-hours/20260901_meeting_notes.md'
    vim.fn.writefile({ '# lantern office hours 2026-09-01', '', 'tove: see #273' }, path)
    editor:open(path)
    same(editor:lua('return vim.lsp.buf_get_clients(0)[2].config.root_dir'), tree)
    editor:hover('#273', 'What must not change after 1.0')
    editor:type('<C-c>')
  end)

  it('has a configuration for newer versions, which asks for the same', function()
    local newer = assert(loadfile(vim.fn.fnamemodify(places.init, ':h') .. '/newer.lua'))
    local config, enabled
    local nothing = function() end
    local lsp = setmetatable({
      config = function(_, given)
        config = given
      end,
      enable = function(name)
        enabled = name
      end,
    }, { __index = vim.lsp })
    -- A stand-in for what this version has not.
    newer = setfenv(newer, { vim = setmetatable({ lsp = lsp, o = {}, api = { nvim_create_autocmd = nothing } }, { __index = vim }) })
    newer()
    same(enabled, 'office_hours')
    same(table.concat(config.cmd, ' '), 'office-hours lsp --stdio')
    same(config.filetypes[1], 'markdown')
    same(config.settings.officeHours.notes.folder, 'docs/office-hours')
  end)

  it('does without a clone', function()
    local path = vim.fn.fnamemodify(places.init, ':h') .. '/20250105.md'
    vim.fn.writefile({ '# kite office hours 2025-01-06', '', 'ada: hello' }, path)
    editor:open(path)
    editor:expectDiagnostics('1:1 recording-missing', '1:1 section-missing', '1:21 title-date-mismatch')
  end)

  editor:quit()
end

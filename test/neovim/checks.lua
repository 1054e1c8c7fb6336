-- What a writer does with notes in Neovim, and what must come of it.

return function(it, Editor, places)
  local editor = Editor.start(places.init)
  local function note(date)
    return places.notes .. '/' .. date:gsub('-', '') .. '_meeting_notes.md'
  end

  it('shows the mistake of a note', function()
    editor:open(note('2026-05-12'))
    editor:expectDiagnostics('21:3 todo-owner-missing')
  end)

  editor:quit()
end

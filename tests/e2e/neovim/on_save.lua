-- Writes a file that is to be mended by the help page's autocommand, given as ON_SAVE.
local h = dofile(arg[1])

h.run(function()
  h.enable()
  dofile(vim.env.ON_SAVE)
  local buffer = h.edit('src/main.rs')
  h.settled(1)
  h.save()
  h.expect('mended by the write', h.text():find('report(&words)', 1, true), h.text())
  h.expect('and written', not vim.bo[buffer].modified)
  h.settled(0)

  -- what is new has to be checked first
  vim.api.nvim_buf_set_lines(
    buffer,
    -2,
    -1,
    false,
    { '    let n: String = "n";', '    drop(n);', '}' }
  )
  h.save()
  h.expect('not mended yet', h.text():find('= "n";', 1, true), h.text())
  h.settled(1)
  h.save()
  h.expect('by the next one', not h.text():find('= "n";', 1, true), h.text())
  h.settled(0)
end)

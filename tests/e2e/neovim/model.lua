-- With a model: an answer whose code is compiled, a project, and one that is called off.
local h = dofile(arg[1])

local function run(...)
  vim.cmd.Rustmend({ args = { ... } })
end

h.run(function()
  h.enable()
  local main = h.edit('src/main.rs')
  h.settled(1)

  run('ask', 'How', 'do', 'I', 'count', 'lines?')
  local text = h.float()
  h.expect('its code was compiled', text:find('✓ ', 1, true), text)
  h.press('q')

  local folder = vim.fs.dirname(h.project) .. '/sums'
  vim.ui.input = function(_, on_answer)
    on_answer(folder)
  end
  run('generate', 'a', 'library', 'that', 'adds', 'numbers')
  h.wait('the project', function()
    return vim.fn.filereadable(folder .. '/src/lib.rs') == 1 and #h.seen.notifications > 0
  end)
  local told = h.told()
  h.expect('it is said', not told:find('no model', 1, true), told)
  local shown = vim.api.nvim_buf_get_name(0)
  h.expect('its first file is shown', vim.endswith(shown, 'sums/src/lib.rs'), shown)

  vim.cmd.buffer(main)
  folder = vim.fs.dirname(h.project) .. '/never'
  run('generate', 'a', 'library', 'that', 'never', 'comes')
  h.wait('it is under way', function()
    run('cancel')
    return not h.told():find('nothing is under way', 1, true)
  end)
  h.wait('it is called off', function()
    return h.told():find('nothing was written', 1, true) ~= nil
  end)
  h.expect('nothing was written', vim.fn.isdirectory(folder) == 0)
end)

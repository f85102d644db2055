-- The command and the mappings. What they do is loaded when they are used.
if vim.g.loaded_rustmend then
  return
end
vim.g.loaded_rustmend = true

vim.api.nvim_create_user_command('Rustmend', function(call)
  require('rustmend.command').run(call)
end, {
  nargs = '*',
  bang = true,
  desc = 'rustmend: fixes for Rust errors, verified by the compiler',
  complete = function(word, line)
    return require('rustmend.command').complete(word, line)
  end,
})

for _, name in ipairs({ 'fix', 'fixall', 'preview', 'explain', 'ask', 'pastfixes', 'recheck' }) do
  vim.keymap.set('n', ('<Plug>(rustmend-%s)'):format(name), function()
    require('rustmend.command').invoke(name)
  end, { desc = 'rustmend: ' .. name })
end

-- Wrong options, no server, and what is not ours.
local h = dofile(arg[1])

h.run(function()
  vim.g.rustmend = { window = 'round', colour = 'red', preview = 3 }
  h.enable()
  local _, problems = require('rustmend.options').read()
  h.expect('three problems', #problems == 3, problems)
  require('rustmend.options').get()
  local told = h.told()
  h.expect('unknown', told:find('`colour` is no option', 1, true), told)
  h.expect('wrong choice', told:find('`window` must be one of float, split', 1, true), told)
  h.expect('wrong type', told:find('`preview` must be a string', 1, true), told)
  vim.g.rustmend = { 'x' }
  _, problems = require('rustmend.options').read()
  h.expect('not a table of options', #problems == 1, problems)

  -- no server: one line that says what to do, and no client
  vim.g.rustmend = { cmd = { '/nowhere/rustmend', 'lsp' } }
  h.edit('src/main.rs')
  vim.wait(200)
  told = h.told()
  h.expect('it is said', told:find('/nowhere/rustmend cannot be run', 1, true), told)
  h.expect('no client', #vim.lsp.get_clients() == 0)
  vim.cmd.Rustmend('recheck')
  told = h.told()
  h.expect('said again when asked', told:find('/nowhere/rustmend cannot be run', 1, true), told)
  vim.cmd('silent checkhealth rustmend')
  local text = h.text()
  h.expect('health says it', text:find('cannot be run', 1, true), text)

  -- roots: the nearest manifest with a workspace, as cargo does
  local root = require('rustmend.root')
  local folder = vim.fn.tempname()
  local function write(name, lines)
    vim.fn.mkdir(vim.fs.dirname(folder .. '/' .. name), 'p')
    vim.fn.writefile(lines, folder .. '/' .. name)
  end
  write('Cargo.toml', { '[workspace]', 'members = ["a"]' })
  write('a/Cargo.toml', { '[package]', 'name = "a"' })
  write('b/Cargo.toml', { '[package]', 'name = "b"', '  [ workspace ]' })
  write('b/c/Cargo.toml', { '[package]', 'name = "c" # [workspace]' })
  h.expect('member', root.of(folder .. '/a/src/lib.rs') == folder)
  h.expect('own workspace', root.of(folder .. '/b/c/src/lib.rs') == folder .. '/b')
  h.expect('no manifest', root.of('/tmp/lonely.rs') == '/tmp')

  -- libraries of cargo's and buffers without a file are left alone
  vim.g.rustmend = nil
  local asked = false
  local library = vim.fn.bufadd(vim.env.HOME .. '/.cargo/registry/src/x/src/lib.rs')
  root.find(library, function()
    asked = true
  end)
  root.find(vim.api.nvim_create_buf(true, false), function()
    asked = true
  end)
  h.expect('not asked', not asked)
  h.told()
end)

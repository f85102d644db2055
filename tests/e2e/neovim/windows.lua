-- Explanations, past fixes, doctor, log and restart, in the windows that the options ask for.
local h = dofile(arg[1])

local function run(...)
  vim.cmd.Rustmend({ args = { ... } })
end

h.run(function()
  h.expect('nothing is loaded at start', not package.loaded['rustmend.command'])
  h.enable()
  h.expect('nothing is loaded by enabling', not package.loaded['rustmend.command'])
  local main = h.edit('src/main.rs')
  h.settled(1)
  h.go('words', 6)

  -- explain: the error under the cursor, in a float
  run('explain')
  local text = h.float()
  h.expect('it says why', text:find('`words` is given away', 1, true), text)
  local window = vim.api.nvim_get_current_win()
  h.expect('the cursor is in it', window == h.floating())
  local bufnr = vim.api.nvim_get_current_buf()
  h.expect('it is Markdown', vim.bo[bufnr].filetype == 'markdown')
  h.expect('nothing can be typed', not vim.bo[bufnr].modifiable)
  local config = vim.api.nvim_win_get_config(window)
  h.expect('its title', vim.inspect(config.title):find('E0382', 1, true), config.title)
  -- what was taken out and put in is coloured, and so is the Rust in it
  local line = vim.fn.search('^+.*fn ')
  h.expect('there is a diff', line > 0, text)
  local groups = vim
    .iter(vim.api.nvim_buf_get_extmarks(bufnr, -1, { line - 1, 0 }, { line - 1, -1 }, {
      details = true,
    }))
    :map(function(mark)
      return mark[4].hl_group
    end)
    :totable()
  h.expect('put in', vim.list_contains(groups, 'DiffAdd'), groups)
  h.expect('Rust', vim.list_contains(groups, 'Keyword') or #groups > 2, groups)
  h.press('q')
  h.expect('q closes it', not vim.api.nvim_win_is_valid(window) and not h.floating())

  -- a code by its name, completed, in a split
  h.expect(
    'completed',
    vim.deep_equal(vim.fn.getcompletion('Rustmend exp', 'cmdline'), { 'explain' })
  )
  local all = vim.fn.getcompletion('Rustmend ', 'cmdline')
  for _, name in ipairs({
    'fix',
    'fixall',
    'explain',
    'ask',
    'generate',
    'pastfixes',
    'recheck',
    'doctor',
    'log',
    'restart',
  }) do
    h.expect('the subcommand ' .. name, vim.list_contains(all, name), all)
  end
  vim.g.rustmend = vim.tbl_extend('force', vim.g.rustmend, { window = 'split' })
  run('explain', 'e0502')
  h.wait('the split', function()
    return #vim.api.nvim_list_wins() == 2
  end)
  h.expect('not a float', not h.floating())
  h.expect('the code', h.text():find('E0502', 1, true), h.text())
  h.press('q')
  h.expect('closed', #vim.api.nvim_list_wins() == 1)
  run('explain', 'E9999')
  h.wait('an unknown code', function()
    return #h.seen.notifications > 0
  end)
  local told = h.told()
  h.expect('that is said', told:find('nothing is known about E9999', 1, true), told)

  -- past fixes: none yet, then the one that is made, shown and forgotten
  vim.g.rustmend = vim.tbl_extend('force', vim.g.rustmend, { window = 'float' })
  run('pastfixes')
  h.wait('no past fix', function()
    return #h.seen.notifications > 0
  end)
  told = h.told()
  h.expect('that is said', told:find('nothing has been learned yet', 1, true), told)
  h.select(function()
    return 1
  end)
  local before = h.text(main)
  run('fix')
  h.wait('the fix', function()
    return h.text(main) ~= before
  end)
  h.save()
  h.settled(0)
  local listed
  h.select(function(items, shown)
    listed = shown
    return items[1] == 'Forget it' and 1 or #items
  end)
  h.wait('the past fix', function()
    if not listed then
      run('pastfixes')
      vim.wait(500, function()
        return listed ~= nil
      end)
    end
    return listed ~= nil
  end)
  h.told()
  h.expect(
    'its code',
    vim.iter(listed):any(function(each)
      return each:find('E0382', 1, true) ~= nil
    end),
    listed
  )
  text = h.float()
  h.expect('its diff', text:find('```diff', 1, true), text)
  h.press('x')
  h.wait('forgotten', function()
    return h.told():find('forgotten', 1, true)
  end)

  -- the doctor, the log
  run('doctor')
  text = h.float()
  h.expect('the toolchain', text:find('cargo 1', 1, true), text)
  h.press('<Esc>')
  h.expect('closed', not h.floating())
  run('log')
  h.wait('the log', function()
    return #vim.api.nvim_list_wins() == 2 or #h.seen.notifications > 0
  end)
  h.told()
  vim.cmd('silent! only')

  -- what this server cannot do is said, and so is what nobody can
  local client = vim.lsp.get_clients({ name = 'rustmend' })[1]
  local commands = client.server_capabilities.executeCommandProvider.commands
  client.server_capabilities.executeCommandProvider.commands = {}
  run('ask', 'what', 'is', 'E0382?')
  told = h.told()
  h.expect('that is said', told:find('cannot do this', 1, true), told)
  client.server_capabilities.executeCommandProvider.commands = commands
  run('nonsense')
  told = h.told()
  h.expect('that is said', told:find('there is no :Rustmend nonsense', 1, true), told)

  -- health
  vim.cmd('silent checkhealth rustmend')
  text = h.text()
  for _, words in ipairs({ 'the options are valid', 'attached to 1 buffer', 'cargo: cargo 1' }) do
    h.expect('health says ' .. words, text:find(words, 1, true), text)
  end
  h.expect('no error', not text:find('ERROR'), text)
  vim.cmd('silent! tabonly | buffer ' .. main)

  -- restart: another process looks after the same buffer
  h.state = ''
  run('restart')
  h.wait('another client', function()
    local now = vim.lsp.get_clients({ name = 'rustmend', bufnr = main })[1]
    return now and now.id ~= client.id and h.state == 'idle'
  end)
  h.expect('one client', #vim.lsp.get_clients({ name = 'rustmend' }) == 1)

  -- a second workspace: the same server
  h.edit('../other/src/main.rs')
  h.wait('its status', function()
    return #vim.lsp.get_clients({ bufnr = 0 }) == 1 and h.state == 'idle' and h.status.errors == 1
  end)
  h.expect('one server for both', #vim.lsp.get_clients({ name = 'rustmend' }) == 1)
end)

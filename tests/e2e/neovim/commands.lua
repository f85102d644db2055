-- Every command that the other scenarios leave out, without a model: ask, generate, recheck, pause,
-- preview, cancel, the menu without a subcommand, the mappings.
local h = dofile(arg[1])

local function run(...)
  vim.cmd.Rustmend({ args = { ... } })
end

-- Answers each vim.ui.input by `answer(prompt, default)`.
local prompts = {}
local function input(answer)
  vim.ui.input = function(options, on_answer)
    table.insert(prompts, options.prompt)
    on_answer(answer(options.prompt, options.default))
  end
end

local function heard(words)
  local told = ''
  h.wait(words, function()
    told = told .. h.told()
    return told:find(words, 1, true) ~= nil
  end)
end

h.run(function()
  h.enable()
  local main = h.edit('src/main.rs')
  h.settled(1)
  local before = h.text(main)

  -- ask: with the question behind the command, and asked for
  run('ask', 'What', 'is', 'E0382?')
  local text = h.float()
  h.expect('the question', vim.startswith(text, '# What is E0382?'), text)
  h.expect('its sources', text:find('Sources', 1, true), text)
  h.press('q')
  input(function()
    return nil
  end)
  run('ask')
  h.expect('it asks', prompts[1] == 'Ask about Rust: ', prompts)
  h.expect('without a question nothing happens', #h.seen.notifications == 0 and not h.floating())

  -- recheck, from another buffer than Rust's
  h.state = ''
  run('recheck')
  h.settled(1)

  -- pause and go on
  run('pause')
  heard('verifying in the background is paused')
  h.state = ''
  run('pause')
  heard('verifying goes on')
  h.settled(1)
  run('cancel')
  heard('nothing is under way that can be called off')

  -- preview shows even what changes one file; the menu has every command; mappings are there
  h.go('{:?}')
  h.select(function()
    return 1
  end)
  run('preview')
  h.wait('the preview', function()
    return #vim.api.nvim_list_tabpages() == 2
  end)
  h.press('q')
  h.expect('nothing was changed', h.text(main) == before)
  local offered
  h.select(function(_, shown)
    offered = shown
    return vim.iter(ipairs(shown)):find(function(_, name)
      return name == 'explain'
    end)
  end)
  vim.cmd.Rustmend()
  h.expect('the menu', vim.list_contains(offered, 'generate'), offered)
  text = h.float()
  h.expect('what was chosen is done', text:find('E0382', 1, true), text)
  h.press('q')
  h.press('<Plug>(rustmend-explain)')
  text = h.float()
  h.expect('the mapping', text:find('E0382', 1, true), text)
  h.press('q')
  h.expect(
    'codes of the buffer are completed',
    vim.deep_equal(vim.fn.getcompletion('Rustmend explain E', 'cmdline'), { 'E0382' }),
    vim.fn.getcompletion('Rustmend explain E', 'cmdline')
  )

  -- generate: the folder is asked for, the project is made and its first file shown
  local folder = vim.fs.dirname(h.project) .. '/my workers'
  prompts = {}
  input(function(prompt)
    return prompt:find('Folder', 1, true) and folder or 'a pool of worker threads'
  end)
  run('generate')
  h.expect('both are asked for', #prompts == 2, prompts)
  heard('thread-pool')
  local shown = vim.api.nvim_buf_get_name(0)
  h.expect('its first file', vim.endswith(shown, 'my workers/src/lib.rs'), shown)
  h.expect('it is on disk', vim.fn.filereadable(folder .. '/Cargo.toml') == 1)
  h.wait('it is looked after', function()
    return #vim.lsp.get_clients({ name = 'rustmend', bufnr = 0 }) == 1 and h.state == 'idle'
  end)
  -- a folder with something in it is left alone
  run('generate', 'a', 'pool', 'of', 'worker', 'threads')
  heard('not empty')
end)

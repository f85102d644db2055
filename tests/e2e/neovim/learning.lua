-- What is mended by hand is offered the next time: in the same project at once, and in another
-- one once it was done twice.
local h = dofile(arg[1])

local function titles()
  local found = {}
  local client = vim.lsp.get_clients({ name = 'rustmend', bufnr = 0 })[1]
  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = {}, triggerKind = 1 }
  local answer = client:request_sync('textDocument/codeAction', params, 5000, 0)
  for _, action in ipairs(answer and answer.result or {}) do
    if action.edit then
      table.insert(found, action)
    end
  end
  return found
end

local function known()
  local client = vim.lsp.get_clients({ name = 'rustmend' })[1]
  local call = { command = 'rustmend.listPastFixes', arguments = {} }
  local answer = client:request_sync('workspace/executeCommand', call, 5000, 0)
  return answer and answer.result or {}
end

local function replace(old, new)
  h.go(old)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  vim.api.nvim_buf_set_text(0, row - 1, column, row - 1, column + #old, { new })
end

local MENDED = 'u32::try_from(%s).unwrap_or(u32::MAX)'

-- Waits for a fix like the one by hand, and makes it.
local function take(value)
  h.go(value)
  local action
  h.wait('it is offered for ' .. value, function()
    -- a rule knows another mend, of the division, which may be proven earlier
    action = titles()[1]
    return action ~= nil and action.title:find('as in a past fix', 1, true) ~= nil
  end)
  local told = vim.inspect(action)
  h.expect('what was done by hand', told:find(MENDED:format(value), 1, true), told)
  local client = vim.lsp.get_clients({ name = 'rustmend', bufnr = 0 })[1]
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  h.expect('it is made', h.text():find(MENDED:format(value), 1, true), h.text())
end

h.run(function()
  h.enable()
  h.edit('src/main.rs')
  h.settled(2)
  -- the user goes to the error, and mends it where it stands
  h.go('entries.len()')
  titles()
  replace('entries.len()', MENDED:format('entries.len()'))
  h.save()
  h.settled(0)
  h.wait('it is learned', function()
    return #known() > 0
  end)

  vim.api.nvim_buf_set_lines(0, 0, 0, false, {
    'pub fn share(weight: u32, parts: &[String]) -> u32 {',
    '    weight / parts.len()',
    '}',
    '',
  })
  h.save()
  h.settled(2)
  local before = #known()
  take('parts.len()')
  h.save()
  h.settled(0)
  h.wait('that is learned as well', function()
    return #known() > before
  end)

  h.edit('../other/src/main.rs')
  h.wait('the other project', function()
    return h.state == 'idle' and h.status.errors == 2
  end)
  take('rows.len()')
  h.save()
  h.settled(0)
end)

-- Saves beside the real rust-analyzer, takes rustmend's fix from the merged menu with the cursor
-- where it is, undoes it, takes it again and saves.
local h = dofile(arg[1])

h.run(function()
  h.enable()
  h.rust_analyzer()
  local buffer = h.edit('src/main.rs')
  local function marks(source)
    return vim.tbl_filter(function(diagnostic)
      return diagnostic.source == source
    end, vim.diagnostic.get(buffer))
  end

  h.wait('both attached', function()
    return #vim.lsp.get_clients({ bufnr = buffer }) == 2
  end)
  h.seen.attached = vim.tbl_map(function(client)
    return client.name
  end, vim.lsp.get_clients({ bufnr = buffer }))
  h.wait('rust-analyzer has loaded', function()
    return h.quiescent
  end)
  h.wait("rust-analyzer's own errors", function()
    return #marks('rustc') > 0
  end)
  local first = marks('rustc')[1]
  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })

  h.save()
  h.wait("rustmend's marker", function()
    return h.state == 'idle' and #marks('rustmend') > 0
  end)
  -- the error keeps its sign, and the line has a quiet mark
  local line = marks('rustmend')[1].lnum
  h.seen.line = vim
    .iter(vim.api.nvim_buf_get_extmarks(buffer, -1, { line, 0 }, { line, -1 }, { details = true }))
    :map(function(mark)
      local details = mark[4]
      return { sign = details.sign_text, priority = details.priority, text = details.virt_text }
    end)
    :filter(function(mark)
      return mark.sign or mark.text
    end)
    :totable()
  h.seen.encodings = vim.tbl_map(function(client)
    return client.offset_encoding
  end, vim.lsp.get_clients({ bufnr = buffer }))
  local original = h.text(buffer)

  h.seen.menu = {}
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      table.insert(h.seen.menu, {
        client = vim.lsp.get_client_by_id(item.ctx.client_id).name,
        title = item.action.title,
        kind = item.action.kind,
        preferred = item.action.isPreferred,
      })
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  h.wait('the merged menu', function()
    return #h.seen.menu > 0
  end)

  local function take()
    vim.lsp.buf.code_action({
      apply = true,
      filter = function(action, client)
        return vim.lsp.get_client_by_id(client).name == 'rustmend'
          and action.edit ~= nil
          and action.kind == 'quickfix'
      end,
    })
    h.wait('the fix in the buffer', function()
      return h.text(buffer) ~= original
    end)
  end
  vim.ui.select = function(items, _, choose)
    choose(items[1])
  end
  take()
  vim.cmd('silent undo')
  h.seen.undone = h.text(buffer) == original
  vim.lsp.buf.hover()
  h.seen.hover = h.float()
  vim.api.nvim_win_close(h.floating(), true)
  h.wait('the fix again', function()
    return h.state == 'idle'
  end)
  take()
  h.save()
  h.wait('no errors after saving', function()
    return h.state == 'idle' and #marks('rustc') == 0 and #marks('rustmend') == 0
  end)
end)

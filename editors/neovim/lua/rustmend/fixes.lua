---Verified fixes: one that the user chooses, or all that verified together.
local M = {}

local edit = require('rustmend.edit')
local place = require('rustmend.place')
local server = require('rustmend.server')

---@alias rustmend.ShowFirst boolean? true: the changes are shown before they are made.

---@param fix rustmend.Fix
---@param client vim.lsp.Client
---@param show_first rustmend.ShowFirst
local function take(fix, client, show_first)
  local preview = require('rustmend.options').get().preview
  local several = #edit.changes(fix.edit) > 1
  if show_first or preview == 'always' or (preview == 'several' and several) then
    require('rustmend.preview').show(fix, client)
  else
    edit.make(fix, client)
  end
end

---@param listed { fixes: rustmend.Fix[], message: string }
---@param client vim.lsp.Client
---@param show_first rustmend.ShowFirst
local function offer(listed, client, show_first)
  if #listed.fixes == 0 then
    return server.say(listed.message)
  elseif #listed.fixes == 1 then
    return take(listed.fixes[1], client, show_first)
  end
  vim.ui.select(listed.fixes, {
    prompt = 'Verified fixes',
    kind = 'rustmend.fix',
    format_item = function(fix)
      return fix.title
    end,
  }, function(fix)
    if fix then
      take(fix, client, show_first)
    end
  end)
end

---Offers the fixes for the error under the cursor, else for those on its line.
---@param show_first rustmend.ShowFirst
function M.fix(show_first)
  if not place.is_rust() then
    return server.say('open a Rust file that does not compile, and put the cursor on an error')
  end
  local client = server.client()
  if not client then
    return server.tell_why_not()
  end
  local here, line = place.cursor(client), place.line(client)
  server.run('listFixes', here, function(listed)
    offer(listed, client, show_first)
  end, function()
    server.run('listFixes', line, function(listed)
      offer(listed, client, show_first)
    end)
  end)
end

---Offers all fixes at a place: the server's action "More verified fixes".
---@param client_id integer
---@param where rustmend.Place
function M.choose(client_id, where)
  server.run('listFixes', where, function(listed)
    offer(listed, assert(vim.lsp.get_client_by_id(client_id)))
  end)
end

---Makes the fixes that verified together, once everything is verified.
---@param show_first rustmend.ShowFirst
function M.fix_all(show_first)
  local argument = { apply = false }
  if place.is_rust() then
    argument.uri = vim.uri_from_bufnr(0)
  else
    local client = server.client()
    local bufnr = client and next(client.attached_buffers)
    argument.uri = bufnr and vim.uri_from_bufnr(bufnr)
  end
  server.run('fixAll', argument, function(outcome, client)
    local fix = (outcome.fixes or {})[1]
    if fix then
      take(fix, client, show_first)
    else
      server.say(outcome.message)
    end
  end)
end

return M

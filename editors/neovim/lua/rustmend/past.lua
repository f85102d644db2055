---The fixes that were learned: look at one, forget one.
local M = {}

local server = require('rustmend.server')

---@class rustmend.PastFix
---@field id string
---@field title string
---@field code? string
---@field file? string
---@field learned? string

---@param value any
---@return string
local function text(value)
  return type(value) == 'string' and value or ''
end

---@param fix rustmend.PastFix
local function forget(fix)
  vim.ui.select({ 'Forget it', 'Keep it' }, { prompt = fix.title }, function(choice)
    if choice == 'Forget it' then
      server.run('forgetPastFix', { id = fix.id }, function()
        server.say('forgotten')
      end)
    end
  end)
end

---@param fix rustmend.PastFix
local function show(fix)
  require('rustmend.window').keys = {
    {
      key = 'x',
      label = 'forget',
      press = function()
        forget(fix)
      end,
    },
    { key = '<BS>', label = 'back', press = M.choose },
  }
  server.run('showPastFix', { id = fix.id })
end

---Lets the user choose from the past fixes, newest first, and shows the chosen one.
function M.choose()
  server.run('listPastFixes', nil, function(fixes)
    if #fixes == 0 then
      return server.say('nothing has been learned yet')
    end
    vim.ui.select(fixes, {
      prompt = 'Past fixes',
      kind = 'rustmend.pastfix',
      ---@param fix rustmend.PastFix
      format_item = function(fix)
        local day = text(fix.learned):sub(1, 10)
        return vim.trim(('%-6s %s  (%s %s)'):format(text(fix.code), fix.title, text(fix.file), day))
      end,
    }, function(fix)
      if fix then
        show(fix)
      end
    end)
  end)
end

return M

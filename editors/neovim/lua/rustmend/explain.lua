---Why the compiler says no.
local M = {}

local place = require('rustmend.place')
local server = require('rustmend.server')

---Shows the explanation of a code, else of the error under the cursor or on its line.
---@param code? string Such as E0382.
function M.explain(code)
  if code and code ~= '' then
    return server.run('explain', { code = code:upper() })
  end
  if not place.is_rust() then
    return server.say('open a Rust file and put the cursor on an error, or give a code: E0382')
  end
  local client = server.client()
  if not client then
    return server.tell_why_not()
  end
  local line = place.line(client)
  server.run('explain', place.cursor(client), nil, function()
    server.run('explain', line)
  end)
end

return M

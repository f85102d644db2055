---What needs a question or a description first: an answer, a whole project.
local M = {}

local server = require('rustmend.server')

---@param prompt string
---@param given? string
---@param on_text fun(text: string)
local function with_text(prompt, given, on_text)
  if given and vim.trim(given) ~= '' then
    return on_text(vim.trim(given))
  end
  vim.ui.input({ prompt = prompt }, function(answer)
    if answer and vim.trim(answer) ~= '' then
      on_text(vim.trim(answer))
    end
  end)
end

---Answers a question about Rust; the server shows the answer.
---@param question? string Without it, the user is asked.
function M.ask(question)
  with_text('Ask about Rust: ', question, function(text)
    server.run('ask', { question = text })
  end)
end

---Makes a cargo project from a description, in a folder that is not there yet.
---@param description? string Without it, the user is asked.
function M.generate(description)
  with_text('What the program does: ', description, function(text)
    vim.ui.input({
      prompt = 'Folder of the new project: ',
      default = vim.fn.getcwd() .. '/',
      completion = 'dir',
    }, function(folder)
      if not folder or vim.trim(folder) == '' then
        return
      end
      folder = vim.fs.normalize(vim.fn.fnamemodify(folder, ':p'))
      server.run('generate', { description = text, folder = folder }, function(result)
        if type(result) == 'table' and result.message then
          server.say(result.message)
        end
      end)
    end)
  end)
end

return M
